"""The signs of the Myanmar script by their names, and the character classes made of them.

A class is the inside of a regular expression's brackets. Burmese is what Burmese writes in Unicode;
`OTHER_` classes are what only the other languages of Myanmar write: Mon, Shan, Karen, Pa-O and more.
"""

VIRAMA = "\u1039"  # ္ stacks the next consonant under this one; never seen
ASAT = "\u103a"  # ် takes the vowel from a consonant
KINZI = "\u1004\u103a\u1039"  # င်္ stands over the next consonant
DOT_BELOW = "\u1037"  # ့
GREAT_SA = "\u103f"  # ဿ is သ္သ
MEDIALS = "\u103b\u103c\u103d\u103e"  # ျ ြ ွ ှ in their order
DIGITS = "\u1040-\u1049"  # ၀ to ၉

CONSONANTS = "\u1000-\u1021\u103f"  # က to အ, and ဿ
VOWEL_LETTERS = "\u1023-\u1027\u1029\u102a\u104e"  # ဣ ဤ ဥ ဦ ဧ ဩ ဪ, and ၎ of ၎င်း
MARKS = "\u102b-\u1032\u1036-\u1038\u103a-\u103e"  # vowel signs, tones, asat, medials

OTHER_LETTERS = (
    "\u1022\u1028"  # ဢ ဨ of Shan and Mon
    "\u1050-\u1055\u105a-\u105d\u1061\u1065\u1066\u106e-\u1070\u1075-\u1081\u108e"
    "\ua9e0-\ua9e4\ua9e7-\ua9ef\ua9fa-\ua9fe\uaa60-\uaa6f\uaa71-\uaa76\uaa7a\uaa7e\uaa7f"
)
OTHER_MARKS = (
    "\u1033-\u1035\u1056-\u1059\u105e-\u1060\u1062-\u1064\u1067-\u106d\u1071-\u1074"
    "\u1082-\u108d\u108f\u109a-\u109d\ua9e5\uaa70\uaa7b-\uaa7d"
)
SHAN_DIGITS = "\u1090-\u1099"

BURMESE_LETTERS = CONSONANTS + VOWEL_LETTERS
LETTERS = BURMESE_LETTERS + OTHER_LETTERS
ALL_MARKS = MARKS + OTHER_MARKS
