"""What columns are usually called, and what each becomes in a person's record."""

from __future__ import annotations

import re
from typing import Final

from data.lookup.folding import fold

NAME: Final = "name"
"""A whole name in one column: "Jones, Sam" or "Sam Jones"."""
HOUSEHOLD: Final = "household"
"""A number or word that the rows of one family share; it is not kept."""
JOINED: Final = {"given": " ", "address": ", ", "phone": ", ", "needs": "\n", "other_names": ", "}
"""Fields that several columns may fill together, and what stands between them."""

# Written as they are compared: small letters and digits only.
_USUAL: Final = {
    "given": "given forename forenames forename1 firstname firstnames first givenname givennames "
    "christianname christiannames legalforename legalfirstname fname middlename middlenames",
    "family": "family surname lastname familyname last secondname sname lname legalsurname "
    "legallastname",
    NAME: "name fullname names childname namefull nameofchild nameofpupil nameofyoungperson",
    "known_as": "knownas preferredname preferredforename preferredfirstname nickname "
    "likestobecalled calledname callingname usualname prefername chosenname aka",
    "other_names": "othernames othername alias aliases formername formernames previousname "
    "previoussurname maidenname alsoknownas formersurname",
    "born": "born dob dateofbirth birthdate birthday birthdate bdate doborage datebirth",
    "expected": "expected edd duedate expecteddate estimateddateofdelivery babydue "
    "expecteddateofdelivery",
    "postcode": "postcode postalcode pcode zip zipcode homepostcode addresspostcode",
    "phone": "phone mobile telephone tel telno telephoneno telephonenumber phoneno phonenumber "
    "mobileno mobilenumber mob mobilephone homephone homephoneno contactnumber contactno landline "
    "hometel hometelephone contacttelephone contactphone cell daytimephone phone1 phone2",
    "email": "email emailaddress mail homeemail contactemail",
    "external_id": "externalid id uprn ref reference refno referenceno referencenumber idno "
    "idnumber personid recordid caseref casenumber caseno systemid uniqueid pupilid studentid "
    "admissionno admissionnumber admno lasid liquidlogicid mosaicid carefirstid rioid "
    "systmoneid no number localid ourref misid numberinanothersystem",
    "school": "school schoolname nursery setting schoolornursery currentschool college "
    "educationsetting establishment schoolnursery attendingschool nameofschool nurseryschool",
    "school_year": "year yeargroup schoolyear yr ncyear nationalcurriculumyear yrgroup ncy",
    "in_family": "relationship relation relationshiptochild inthefamily infamily role familyrole "
    "relationtochild roleinfamily rel relationshiptopupil",
    HOUSEHOLD: "household householdid familyid familyno familynumber familyref familyreference "
    "householdno householdnumber householdref familygroup siblinggroup familycode houseid",
    "address": "address homeaddress address1 address2 address3 address4 addressline1 addressline2 "
    "addressline3 addressline4 street streetaddress road town city village locality county "
    "housenumber houseno housename housenameornumber fulladdress addr currentaddress",
    "nhs_number": "nhsnumber nhsno nhs nhsnum nhsid newnhsno",
    "upn": "upn uniquepupilnumber pupilnumber uniquepupilno",
    "sex": "sex birthsex sexatbirth sexassignedatbirth",
    "gender": "gender genderidentity",
    "ethnicity": "ethnicity ethnicorigin ethnicgroup ethnicbackground ethniccode",
    "religion": "religion faith religionandculture",
    "languages": "languages language firstlanguage homelanguage mothertongue languagesspoken "
    "languagespoken preferredlanguage",
    "interpreter": "interpreter interpreterneeded interpreterrequired needsinterpreter",
    "gp": "gp gpname gpsurgery gppractice surgery doctor familydoctor registeredgp",
    "needs": "needs healthandneeds sen senneeds senneed medical medicalneeds healthneeds "
    "additionalneeds medicalconditions disability diagnosis senprovision",
}
_FIELDS: Final = {heading: field for field, row in _USUAL.items() for heading in row.split()}

FIELDS: Final = tuple(_USUAL)
"""Everything that a column can become."""
WHO: Final = frozenset(
    {"given", "family", NAME, "known_as", "other_names", "born", "expected"}
    | {"external_id", "nhs_number", "upn"}
)
"""Fields that say who somebody is."""

_IN_BRACKETS: Final = re.compile(r"\([^)]*\)|\[[^]]*\]")
_WHOSE: Final = re.compile(
    r"^(?:(?:the|child|childs|children|childrens|pupil|pupils|student|students|young|persons?|yp|"
    r"cyp|client|clients|patient|patients|service|users?) )+"
)
LONGEST: Final = 60
"""A heading is shorter; what is longer is a sentence above the table."""


def field_for(heading: str) -> str:
    """Return the field that a column of this heading is, or nothing when it is no usual one."""
    if len(heading) > LONGEST:
        return ""
    words = fold(_IN_BRACKETS.sub(" ", heading))
    if not (squashed := words.replace(" ", "")):
        return ""
    return _FIELDS.get(squashed) or _FIELDS.get(_WHOSE.sub("", words).replace(" ", ""), "")


def either_family(heading: str) -> bool:
    """Return whether a heading may be that of a family name or of a whole family."""
    words = fold(_IN_BRACKETS.sub(" ", heading))
    return "family" in (words, _WHOSE.sub("", words))


def same_heading(one: str, other: str) -> bool:
    """Return whether two headings are the same but for accents, signs, capitals and spaces."""
    return squashed(one) == squashed(other) != ""


def squashed(heading: str) -> str:
    """Return a heading as it is compared."""
    return fold(heading).replace(" ", "")
