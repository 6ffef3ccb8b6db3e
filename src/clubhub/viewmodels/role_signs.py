"""A small sign for a role, by what its name has in it: so that a long board is read by shapes too.

Roles are named freely in the club's language; a role that no word here is in gets the sign that all roles share.
"""

from functools import lru_cache

from clubhub.domain.plain_names import folded

OTHER = "role"

_WORDS = (
    ("first aid", "firstaid medic ensiapu forstahjalp erstehilfe sanit premierssecours"),
    ("timekeeper", "timekeep timer ajanot tidtag zeitnehm chrono"),
    ("starter", "starter startare lahettaja"),
    ("turn", "turns kaanto vandning wende"),
    ("judge", "judge referee umpire tuomari domare richter juge arbitre"),
    ("parking", "park traffic pysako liikenne trafik"),
    ("canteen", "canteen cafe coffee kitchen kahvi kanttiini keittio kiosk kok kantin kuche buffet buvette"),
    ("announcer", "announc speaker kuulutt hallman sprecher ansager moderat"),
    ("runner", "runner messenger juoksija lopare laufer bote"),
    (
        "set-up",
        "setup buildup rakenta pystyt bygg aufbau montage clearing clean teardown purku siivou stadning abbau",
    ),
    ("prize", "prize award medal palkin pris sieger"),
    ("cash", "cash kassa kasse caisse"),
    ("door", "door entrance ticket marshal gate steward ovi sisaan dorr entre einlass accueil"),
    ("desk", "desk office result clerk secretar tulos toimisto sihteeri kansli buro protok bureau"),
)
"""The meaning of an icon, and beginnings of words without accents; the first that is in a name counts."""


@lru_cache(maxsize=1024)
def sign_of(role: str) -> str:
    """The meaning of the icon that stands before a role."""
    name = folded(role)
    return next((meaning for meaning, words in _WORDS if any(word in name for word in words.split())), OTHER)
