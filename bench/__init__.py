"""What is measured and not tested: quality on labelled data, and speed beside peers in the same run.

Each module here is one subject: `python -m bench.alignment`. Labelled data are not part of the project;
where a measurement wants them, it takes their folder as an argument and says so when it has none.
"""
