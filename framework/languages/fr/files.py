"""The interface in French: what a file says around a brief."""

TEXTS: dict[str, str] = {
    "What is only named or cut short above": "Ce qui n'est que nommé ou abrégé plus haut",
    "Rules and sources": "Règles et sources",
    "The number after a line is that of the rule behind it; in brackets after a rule stand its sources.": (
        "Le nombre après une ligne est celui de sa règle ; entre parenthèses, après une règle, se trouvent ses sources."
    ),
    "{names}; and others": "{names} ; et d'autres",
    # every question and answer
    "{name}, edition {version} of the rules, digest {digest}.": (
        "{name}, édition {version} des règles, empreinte {digest}."
    ),
    "not an answer of these rules": "ce n'est pas une réponse de ces règles",
    "{low} to {high}; calculated with {middle}": "de {low} à {high} ; calculé avec {middle}",
    "{answer} (does not count: the question does not apply)": (
        "{answer} (ne compte pas : la question ne s'applique pas)"
    ),
    "{answer} (not asked; follows from “{statements}”)": "{answer} (pas demandé ; découle de « {statements} »)",
    "{person} and others": "{person} et al.",
    # the lessons on paper
    "Settings: {settings}.": "Réglages : {settings}.",
    # a decision record
    "Decision record: {title}": "Relevé de décision : {title}",
    "Context": "Contexte",
    "The task is still open.": "La tâche est encore ouverte.",
    "Nothing is answered yet.": "Aucune réponse pour l'instant.",
    "What has to hold meanwhile": "Ce qui doit rester vrai entre-temps",
    "Decision": "Décision",
    "Status: proposed.": "État : proposé.",
    "Status: not decided yet, as the answers still allow several verdicts.": (
        "État : pas encore décidé, car les réponses laissent encore plusieurs verdicts possibles."
    ),
    "Alternatives": "Autres possibilités",
    "Still possible.": "Encore possible.",
    "Ruled out by the answers.": "Exclu par les réponses.",
    "Not chosen; what would lead to it stands below.": "Non retenu ; ce qui y mènerait se trouve plus bas.",
    "Not chosen; {number} answers would have to be different.": (
        "Non retenu ; {number} réponses devraient être différentes."
    ),
    "Not chosen; one answer would have to be different.": "Non retenu ; une réponse devrait être différente.",
    "Not chosen; nothing that we could change leads to it.": (
        "Non retenu ; rien de ce que nous pourrions changer n'y mène."
    ),
    "Would be right if {right_if}": "Conviendrait si {right_if}",
    "When we would decide otherwise": "Quand nous déciderions autrement",
    "Consequences": "Conséquences",
    "Risks, and their early signs": "Risques, et leurs premiers signes",
    "Review": "Bilan",
    "on {day}": "le {day}",
    "on a day still to be agreed": "à une date encore à convenir",
    "{when}, or as soon as one of the facts above changes.": "{when}, ou dès que l'un des faits ci-dessus change.",
    "{when}, or as soon as one of the facts above is known or changes.": (
        "{when}, ou dès que l'un des faits ci-dessus est connu ou change."
    ),
}
