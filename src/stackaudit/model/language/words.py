"""The closed and half-open vocabularies of the inventory language."""

SIDES = {
    "marketing": "marketing, brand, web, content and campaigns",
    "it": "IT, engineering, security and data platforms",
    "sales": "sales and partner business",
    "service": "customer service and support",
    "finance": "finance, procurement and legal",
    "business": "any other part of the organisation",
}

LIFECYCLES = {
    "evaluating": "being tried, not yet decided",
    "sandbox": "allowed for a short project, with an end date",
    "live": "in use",
    "retiring": "in use, to be switched off",
    "retired": "switched off",
    "rejected": "evaluated and turned down",
}

HOSTINGS = {
    "saas": "run by its vendor, shared by many customers",
    "paas": "built by us on a vendor's platform",
    "on-premises": "run by us on our own or rented machines",
    "hybrid": "partly with the vendor, partly with us",
    "agency": "run for us by an agency",
}

PURCHASES = {
    "contract": "a signed contract",
    "invoice": "an order paid by invoice",
    "card": "a company or personal card",
    "expense": "a personal expense claim",
    "agency": "through an agency's bill",
    "marketplace": "through a cloud or app marketplace",
    "free": "a free plan",
    "built": "built by ourselves",
}

METHODS = {
    "native": "a connector that one of the two products brings",
    "api": "our own code against an interface",
    "ipaas": "flows of an integration platform; name it under `via`",
    "stream": "a stream of events",
    "tag": "a tag on web pages",
    "file": "files that are exported and imported",
    "manual": "people who type or paste",
}

DIRECTIONS = {"one-way": "from `from` to `to` only", "two-way": "both ways"}

RHYTHMS: dict[str, float] = {
    "real-time": 0,
    "streaming": 0,
    "minutes": 1 / 96,
    "hourly": 1 / 24,
    "daily": 1,
    "weekly": 7,
    "monthly": 31,
    "quarterly": 92,
    "yearly": 366,
}
"""Words for how often something runs, and the days between two runs; `minutes` is a quarter of an hour."""

LEGAL_BASES = {
    "consent": "GDPR Art. 6(1)(a): the person agreed",
    "contract": "GDPR Art. 6(1)(b): needed for a contract with the person",
    "legal-obligation": "GDPR Art. 6(1)(c): a law asks for it",
    "vital-interests": "GDPR Art. 6(1)(d): it protects somebody's life",
    "public-task": "GDPR Art. 6(1)(e): a task in the public interest",
    "legitimate-interests": "GDPR Art. 6(1)(f): a legitimate interest that outweighs the person's",
    "none": "nobody has named one",
}

CRITICALITIES = {
    "low": "an outage of a week is bearable",
    "medium": "an outage of a day is bearable",
    "high": "an outage of an hour costs money",
    "critical": "an outage stops the business",
}

ENCRYPTIONS = {"at-rest": "where it is stored", "in-transit": "on its way"}

CERTIFICATIONS = {
    "soc1": "SOC 1 report",
    "soc2": "SOC 2 report",
    "iso27001": "ISO/IEC 27001",
    "iso27701": "ISO/IEC 27701",
    "pci-dss": "PCI DSS",
    "hipaa": "HIPAA attestation",
    "fedramp": "FedRAMP authorisation",
    "c5": "BSI C5 attestation",
    "tisax": "TISAX label",
    "csa-star": "CSA STAR",
}

MEETINGS = {"weekly": 7, "fortnightly": 14, "monthly": 31, "quarterly": 92, "half-yearly": 183, "yearly": 366}
"""Words for how often people meet, and the whole days that may lie between two meetings."""

ENVIRONMENTS = {
    "production": "the one that the business uses",
    "staging": "a copy to try releases on",
    "test": "a copy for tests",
    "development": "a copy for building",
    "training": "a copy for learning",
}

SUPPORTS = {
    "vendor": "the vendor, under a contract",
    "partner": "a partner or agency, under a contract",
    "internal": "our own people",
    "community": "a public community",
    "none": "nobody",
}
