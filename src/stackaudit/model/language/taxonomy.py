"""Kinds of personal data and of people, with the keys of the Fides taxonomy (fideslang), and kinds of business data.

A key's last part may stand for the whole (`contact` for `user.contact`). Everything under `user` is personal.
"""

from functools import lru_cache

_PERSONAL = """
user account authorization behavior biometric childrens contact content demographic location device payment social
unique_id telemetry user_sensor workplace sensor financial government_id health_and_medical name criminal_history
privacy_preferences job_title account.settings account.username authorization.credentials authorization.biometric
authorization.password behavior.browsing_history behavior.media_consumption behavior.purchase_history
behavior.search_history biometric.fingerprint biometric.retinal biometric.voice biometric.health contact.address
contact.email contact.phone_number contact.url contact.fax_number contact.organization contact.address.city
contact.address.country contact.address.postal_code contact.address.state contact.address.street content.private
content.public content.self_image demographic.age_range demographic.date_of_birth demographic.gender
demographic.language demographic.marital_status demographic.political_opinion demographic.profile
demographic.race_ethnicity demographic.religious_belief demographic.sexual_orientation device.cookie
device.cookie_id device.device_id device.ip_address financial.bank_account financial.credit_card
government_id.birth_certificate government_id.drivers_license_number government_id.immigration
government_id.national_identification_number government_id.passport_number government_id.vehicle_registration
health_and_medical.genetic health_and_medical.insurance_beneficiary_id health_and_medical.record_id
location.imprecise location.precise name.first name.last unique_id.pseudonymous
""".split()

_IMPERSONAL = """
system system.authentication system.operations sales order product inventory campaign content-asset analytics
finance invoice price contract-document supplier logistics source-code configuration aggregate opportunity
lead-score
""".split()

_SENSITIVE = """
user.biometric user.childrens user.criminal_history user.financial user.government_id user.health_and_medical
user.payment user.authorization user.demographic.political_opinion user.demographic.race_ethnicity
user.demographic.religious_belief user.demographic.sexual_orientation user.location.precise
""".split()


def _personal_keys() -> dict[str, str]:
    """Every way to write a personal kind, with its full key; a short last part only where it is unambiguous."""
    full = ["user" if key == "user" else f"user.{key}" for key in _PERSONAL]
    spellings = {key: key for key in full}
    spellings |= {key.removeprefix("user."): key for key in full}
    last: dict[str, list[str]] = {}
    for key in full:
        last.setdefault(key.rpartition(".")[2], []).append(key)
    spellings |= {short: keys[0] for short, keys in last.items() if len(keys) == 1}
    return spellings


PERSONAL_KINDS = _personal_keys()
"""Each accepted spelling of a personal kind of data, with its full key."""

IMPERSONAL_KINDS = frozenset(_IMPERSONAL)
"""Kinds of data that say nothing about a person."""

DATA_CATEGORIES = {
    **{spelling: f"personal data, `{key}`" for spelling, key in PERSONAL_KINDS.items()},
    **dict.fromkeys(_IMPERSONAL, "data about the business"),
}

DATA_SUBJECTS = dict.fromkeys(
    """
anonymous_user citizen_voter commuter consultant customer employee job_applicant next_of_kin passenger patient
prospect shareholder supplier_vendor trainee visitor
""".split(),
    "a group of people",
)


def is_personal(kind: str) -> bool | None:
    """Whether a kind of data is about people; None for a kind that the taxonomy does not know."""
    if kind in PERSONAL_KINDS:
        return True
    return False if kind in IMPERSONAL_KINDS else None


@lru_cache(maxsize=1024)
def is_sensitive(kind: str) -> bool | None:
    """Whether a leak of this kind would hurt people badly; None for a kind that the taxonomy does not know."""
    key = PERSONAL_KINDS.get(kind)
    if key is None:
        return is_personal(kind)
    return any(key == root or key.startswith(root + ".") for root in _SENSITIVE)
