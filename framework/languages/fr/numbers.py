"""The interface in French: what is wrong with numbers, and how to correct it."""

TEXTS: dict[str, str] = {
    # a number
    "The {name} must be a number. Enter a number, or leave it empty.": (
        "{name} doit être un nombre. Entrez un nombre, ou laissez le champ vide."
    ),
    "The {name} must be between 0 and 1, but it is {number}.": (
        "{name} doit se situer entre 0 et 1, mais vaut {number}."
    ),
    "For {number} %, enter {share}.": "Pour {number} %, entrez {share}.",
    "The {name} must be above 0: at 0, nothing that is reported would be right.": (
        "{name} doit dépasser 0 : à 0, rien de ce qui est signalé ne serait juste."
    ),
    "The {name} must be 0 or more, but it is {number}.": "{name} doit valoir 0 ou plus, mais vaut {number}.",
    "It must be used for at least a year for a yearly result.": (
        "Il faut s'en servir au moins un an pour un résultat annuel."
    ),
    "The {name} is {number}, which is too large to calculate with. Use a larger unit.": (
        "{name} vaut {number}, ce qui est trop grand pour le calcul. Prenez une unité plus grande."
    ),
    "The {name} is {number}, which is too small to calculate with. Enter 0.": (
        "{name} vaut {number}, ce qui est trop petit pour le calcul. Entrez 0."
    ),
    (
        "The lowest, likeliest and highest {name} must be in rising order, but they are {given}. In rising order "
        "they are {ordered}."
    ): (
        "{name} : la valeur la plus basse, la plus probable et la plus haute doivent se suivre en ordre croissant, "
        "mais ce sont {given}. En ordre croissant, ce sont {ordered}."
    ),
    "{low}, {middle}, {high}": "{low} ; {middle} ; {high}",
    # several together
    (
        "The share of real cases is 0, so there is nothing to find. Enter a share above 0; one case in a thousand "
        "is 0.001."
    ): (
        "La part de vrais cas est de 0 : il n'y a donc rien à trouver. Entrez une part supérieure à 0 ; un cas sur "
        "mille, c'est 0,001."
    ),
    (
        "The share of real cases is 1, so every case is real and there is nothing to tell apart. Enter a share below 1."
    ): (
        "La part de vrais cas est de 1 : tous les cas sont vrais, et il n'y a rien à distinguer. Entrez une part "
        "inférieure à 1."
    ),
    "the alerts": "des alertes",
    "the rule's alerts": "des alertes de la règle",
    (
        "These shares cannot all be true. If {caught} of the real cases are caught and {right} of {who} are right, "
        "1,000 cases give {alarms} false alarms, but only {others} of the 1,000 cases are not real. At least "
        "{least} of {who} must be right."
    ): (
        "Ces parts ne peuvent pas être toutes vraies. Si {caught} des vrais cas sont trouvés et que {right} {who} "
        "sont justes, 1 000 cas donnent {alarms} fausses alertes, mais seuls {others} de ces 1 000 cas ne sont pas "
        "de vrais cas. Au moins {least} {who} doivent être justes."
    ),
    (
        "{right} of {who} are right, and {share} of all cases are real: that is no better than guessing. To be "
        "useful, more than {share} of {who} must be right."
    ): (
        "{right} {who} sont justes, et {share} de tous les cas sont de vrais cas : ce n'est pas mieux que le "
        "hasard. Pour que ce soit utile, plus de {share} {who} doivent être justes."
    ),
    (
        "Some ends of your ranges cannot be true together: there would be more false alarms than cases that are "
        "not real. These combinations are left out. Narrower ranges avoid this."
    ): (
        "Certains bouts de vos fourchettes ne peuvent pas être vrais ensemble : il y aurait plus de fausses "
        "alertes que de cas qui n'en sont pas de vrais. Ces combinaisons sont laissées de côté. Des fourchettes "
        "plus étroites l'évitent."
    ),
    (
        "Acting on a real case brings {gain} on average and costs {cost}, so acting never pays, however good the "
        "alerts are. For it to pay, a success must be worth more, or acting must cost less."
    ): (
        "Agir dans un vrai cas rapporte {gain} en moyenne et coûte {cost} : agir n'est donc jamais rentable, si "
        "bonnes que soient les alertes. Pour que ce le soit, un succès doit valoir plus, ou l'action coûter moins."
    ),
    "Of 100 answers, more than 100 would be settled or wrong. Lower one of the two; the rest comes back.": (
        "Sur 100 réponses, plus de 100 seraient réglées ou fausses. Baissez l'un des deux chiffres ; le reste revient."
    ),
    "If one of the two errors costs nothing, no quantity is too extreme. Enter a cost above 0.": (
        "Si l'une des deux erreurs ne coûte rien, aucune quantité n'est trop extrême. Entrez un coût supérieur à 0."
    ),
    "With this rise, more visits would take something than there are. It can be {most} at most.": (
        "Avec cette hausse, plus de visites aboutiraient qu'il n'y en a. Elle peut être de {most} au plus."
    ),
    (
        "These numbers cannot all be true: more cases would change than have the outcome at all. Check the effect "
        "among those treated and the two rates."
    ): (
        "Ces chiffres ne peuvent pas être tous vrais : plus de cas changeraient qu'il n'y en a où le résultat se "
        "produit. Vérifiez l'effet sur les cas choisis et les deux taux."
    ),
    "The team can look at more cases than there are. Enter how many it really looks at in a year.": (
        "L'équipe pourrait examiner plus de cas qu'il n'y en a. Entrez combien elle en examine vraiment par an."
    ),
    (
        "These numbers cannot all be true: the list would hold {listed} real cases a year, but there are only "
        "{there}. Check the share among those looked at, the share among all, and the counts."
    ): (
        "Ces chiffres ne peuvent pas être tous vrais : la liste contiendrait {listed} vrais cas par an, alors "
        "qu'il n'y en a que {there}. Vérifiez la part parmi les cas examinés, la part parmi tous les cas, et les "
        "nombres de cas."
    ),
}
