"""The interface in French: a class, for whoever leads it."""

TEXTS: dict[str, str] = {
    # a class is opened
    "A worked case": "Un cas traité",
    "A case of my own": "Un cas à moi",
    "Each group brings its own idea": "Chaque groupe apporte sa propre idée",
    "Teach with it": "Enseigner avec ce site",
    (
        "Students join by phone, answer alone, see where the room disagrees, convince each other and answer again. "
        "Then you show what was published. It takes fifteen minutes and needs no accounts."
    ): (
        "Les participants se connectent par téléphone, répondent sans se concerter, voient où la salle est en "
        "désaccord, essaient de se convaincre et répondent de nouveau. Vous montrez ensuite ce qui a été publié. "
        "Cela prend quinze minutes et ne demande aucun compte."
    ),
    "Your classes": "Vos classes",
    "Opened in this browser. It keeps the list; nobody else sees it.": (
        "Ouvertes dans ce navigateur. Lui seul en garde la liste ; personne d'autre ne la voit."
    ),
    "Opened on {day}. Step: {step}.": "Ouverte le {day}. Étape : {step}.",
    "It is deleted on {day}.": "Elle sera supprimée le {day}.",
    "Go on": "Continuer",
    "What you can keep, and for how long": "Ce que vous pouvez garder, et combien de temps",
    "Let me take home the answers of each participant, under the nickname": (
        "Me laisser emporter les réponses de chaque participant, sous son pseudonyme"
    ),
    "Students are told when they join. Without it, you get totals only.": (
        "Les participants en sont informés en arrivant. Sinon, vous n'avez que des totaux."
    ),
    "Show figures about fewer than five participants": (
        "Montrer aussi les chiffres qui portent sur moins de cinq participants"
    ),
    "For a small group. Students are told when they join.": (
        "Pour un petit groupe. Les participants en sont informés en arrivant."
    ),
    "Delete everything after": "Tout supprimer après",
    "None of this can be changed once the class is open.": (
        "Une fois la classe ouverte, rien de cela ne peut plus être changé."
    ),
    "No class can be opened under rules that you are trying: several processes serve this application, and only one of "
    "them has these rules. Half of the phones would not find the class. Whoever runs the application can start it with "
    "these rules: `SHOULD_I_USE_ML_RULES` or `SHOULD_I_USE_ML_OVERLAY` names their folder.": (
        "Aucune classe ne peut être ouverte avec des règles à l'essai : plusieurs processus servent cette application, "
        "et un seul a ces règles. La moitié des téléphones ne trouverait pas la classe. La personne qui héberge "
        "l'application peut la démarrer avec ces règles : `SHOULD_I_USE_ML_RULES` ou `SHOULD_I_USE_ML_OVERLAY` "
        "indique leur dossier."
    ),
    "Ready classes": "Classes toutes prêtes",
    "Open this class": "Ouvrir cette classe",
    "Another class": "Une autre classe",
    "What is it about?": "De quoi s'agit-il ?",
    "How many questions?": "Combien de questions ?",
    "All that can matter": "Toutes celles qui peuvent compter",
    "The few that decide (at most {most})": "Les quelques-unes qui décident ({most} au plus)",
    "Title": "Titre",
    "What the room is to advise on": "Ce sur quoi la salle doit donner son conseil",
    "Description": "Description",
    "What the groups are to do": "Ce que les groupes ont à faire",
    "Everybody is asked what can still matter for their own answers: about ten questions.": (
        "Chacun reçoit les questions qui peuvent encore compter d'après ses propres réponses : une dizaine environ."
    ),
    "Give the class a title first.": "Donnez d'abord un titre à la classe.",
    "Trying it the evening before? Open a class and add simulated students.": (
        "Un essai la veille ? Ouvrez une classe et ajoutez des participants simulés."
    ),
    "A class is deleted by itself after {days}.": "Une classe est supprimée d'elle-même après {days}.",
    "An exercise sheet": "Une feuille d'exercices",
    (
        "Exercises about the worked cases, to be solved by hand in about an hour. Each number or name gives "
        "another sheet, so every student can have their own. The same one gives the same sheet again."
    ): (
        "Des exercices sur les cas traités, à résoudre à la main en une heure environ. Chaque numéro ou nom donne "
        "une autre feuille ; chacun peut donc avoir la sienne. Le même redonne la même feuille."
    ),
    "Number or name": "Numéro ou nom",
    "Contents": "Contenu",
    "Without solutions": "Sans les solutions",
    "With solutions": "Avec les solutions",
    "Solutions only": "Les solutions seules",
    # a class is led
    "No class": "Pas de classe",
    "Type the code again": "Saisir le code de nouveau",
    "There is no class under this address. It may have been deleted, or its date has passed.": (
        "Il n'y a pas de classe à cette adresse. Elle a peut-être été supprimée, ou sa date est passée."
    ),
    "Steps": "Étapes",
    "Join": "Rejoindre",
    "Closed": "Vote clos",
    "Results": "Résultats",
    "Discussion": "Discussion",
    "Reveal": "Dévoilement",
    "End": "Fin",
    "First vote": "Premier vote",
    "Second vote": "Second vote",
    "left": "restantes",
    "answered all": "ayant répondu à tout",
    "still answering": "en train de répondre",
    "not begun": "sans réponse",
    "voted": "ayant voté",
    "joined": "en ligne",
    "Code": "Code",
    "Start the first vote": "Ouvrir le premier vote",
    "Close the first vote": "Clore le premier vote",
    "Show where the room disagrees": "Montrer où la salle est en désaccord",
    "Show what the ideas come to": "Montrer à quoi les idées aboutissent",
    "Skip: discuss without showing": "Passer : discuter sans montrer",
    "Start the discussion": "Lancer la discussion",
    "Start the second vote": "Ouvrir le second vote",
    "Close the vote and reveal": "Clore le vote et dévoiler",
    "End the class": "Terminer la classe",
    "Add a minute": "Ajouter une minute",
    "Set {minutes} minutes": "Minuterie de {minutes} min",
    "Time is up": "Temps écoulé",
    "Open the projector view": "Ouvrir l'affichage du projecteur",
    "Say: open the address or scan the code. You get a nickname; nobody asks who you are.": (
        "À dire : ouvrez l'adresse ou scannez le code. Vous recevez un pseudonyme ; personne ne vous demande qui "
        "vous êtes."
    ),
    "Say: read the case and answer alone. You can change an answer until I close the vote.": (
        "À dire : lisez le cas et répondez sans vous concerter. Vous pouvez changer une réponse jusqu'à ce que je "
        "close le vote."
    ),
    "Only you see the results below. If most agree already, skip to the discussion or go on quickly.": (
        "Les résultats ci-dessous ne sont visibles que pour vous. Si la plupart sont déjà d'accord, passez à la "
        "discussion ou avancez vite."
    ),
    "Say: here you differ. Do not say yet who is right.": (
        "À dire : voici où vous différez. Ne dites pas encore qui a raison."
    ),
    "Say: you agree on the advice. Where your answers differ, that does not change it.": (
        "À dire : vous êtes d'accord sur le conseil. Là où vos réponses diffèrent, cela n'y change rien."
    ),
    "Say: find the person on your phone. Very few answers make your advice differ.": (
        "À dire : trouvez la personne indiquée sur votre téléphone. Très peu de réponses séparent vos conseils."
    ),
    "Say: your results are the same. Your phone has a question to discuss with your neighbours.": (
        "À dire : vos résultats sont les mêmes. Votre téléphone montre une question à discuter avec vos voisins."
    ),
    "Say: the answers of each of you leave the advice open. Where they differ, that does not change it.": (
        "À dire : les réponses de chacun laissent le conseil ouvert. Là où elles diffèrent, cela n'y change rien."
    ),
    "Say: no single answer makes you differ, only several together. Do not say yet who is right.": (
        "À dire : aucune réponse ne vous sépare à elle seule, mais plusieurs ensemble. Ne dites pas encore qui a "
        "raison."
    ),
    (
        "Say: answer again, alone. Changing your mind is allowed, and so is keeping it. What you do not answer again "
        "stays as in your first vote."
    ): (
        "À dire : répondez de nouveau, sans vous concerter. Vous avez le droit de changer d'avis, et celui de ne "
        "pas en changer. Ce à quoi vous ne répondez pas de nouveau reste comme au premier vote."
    ),
    "Compare with what was published. Ask somebody who changed their mind why.": (
        "Comparez avec ce qui a été publié. Demandez pourquoi à quelqu'un qui a changé d'avis."
    ),
    "Say: so few of you have voted that nothing is shown. Then go on to the discussion.": (
        "À dire : vous êtes trop peu à avoir voté, rien n'est donc montré. Passez ensuite à la discussion."
    ),
    "Compare both votes. Ask somebody who changed their mind why.": (
        "Comparez les deux votes. Demandez pourquoi à quelqu'un qui a changé d'avis."
    ),
    "Only you see the results below. You can skip to the discussion without showing them.": (
        "Les résultats ci-dessous ne sont visibles que pour vous. Vous pouvez passer à la discussion sans les montrer."
    ),
    "Say: this is what your ideas come to. Different ideas may well lead to different advice.": (
        "À dire : voici à quoi vos idées aboutissent. Des idées différentes peuvent mener à des conseils différents."
    ),
    (
        "Say: find the person on your phone. Explain your ideas to each other, and discuss the answer of which you are "
        "least sure."
    ): (
        "À dire : trouvez la personne indiquée sur votre téléphone. Expliquez-vous vos idées, et discutez la réponse "
        "dont vous êtes le moins sûrs."
    ),
    "Say: talk with your neighbours about the answer of which you are least sure.": (
        "À dire : parlez avec vos voisins de la réponse dont vous êtes le moins sûrs."
    ),
    "Compare both votes. Ask somebody whose advice changed which answer changed it.": (
        "Comparez les deux votes. Demandez à quelqu'un dont le conseil a changé quelle réponse l'a changé."
    ),
    "Say: tap “Keep as an idea of my own” to keep your result. What you do not keep is deleted with the class.": (
        "À dire : touchez « Garder comme une idée à moi » pour garder votre résultat. Ce que vous ne gardez pas est "
        "supprimé avec la classe."
    ),
    "Say: write down your idea and answer for it. You can change an answer until I close the vote.": (
        "À dire : notez votre idée et répondez pour elle. Vous pouvez changer une réponse jusqu'à ce que je close "
        "le vote."
    ),
    "Save this link now.": "Enregistrez ce lien maintenant.",
    "Your link": "Votre lien",
    "It leads back to this class on any device.": "Il ramène à cette classe depuis n'importe quel appareil.",
    "Whoever has it leads the class, so do not project it.": "Qui a ce lien anime la classe ; ne le projetez donc pas.",
    "This browser also lists the class on the page *Class*. Anywhere else only the link leads back.": (
        "Ce navigateur montre aussi la classe sur la page *Classe*. Partout ailleurs, seul le lien y ramène."
    ),
    "Open {address} and type": "Ouvrez {address} et tapez",
    "QR code with the address to join": "Code QR avec l'adresse pour rejoindre la classe",
    (
        "Phones cannot open this address: it names this computer itself. Start with "
        "`should-i-use-ml serve --address 0.0.0.0` or `make run ADDRESS=0.0.0.0`, and open this page under the name "
        "that your computer has in the network."
    ): (
        "Les téléphones ne peuvent pas ouvrir cette adresse : elle désigne cet ordinateur même. Lancez "
        "`should-i-use-ml serve --address 0.0.0.0` ou `make run ADDRESS=0.0.0.0`, et ouvrez cette page sous le nom que "
        "votre ordinateur porte dans le réseau."
    ),
    "Rehearse with simulated students": "Répéter avec des participants simulés",
    (
        "They answer at random, often like the case. You can remove them until the first vote. To try every step, use "
        "a class that you delete afterwards."
    ): (
        "Ils répondent au hasard, souvent comme le cas. Vous pouvez les retirer jusqu'au premier vote. Pour essayer "
        "toutes les étapes, prenez une classe que vous supprimerez ensuite."
    ),
    "Remove simulated students": "Retirer les participants simulés",
    "The class has begun.": "La classe a commencé.",
    "Open a new one without simulated students.": "Ouvrez-en une nouvelle sans participants simulés.",
    "If your group is that small, open a new class and switch on “{switch}” first. It is on the page *Class*.": (
        "Si votre groupe est aussi petit, ouvrez une nouvelle classe après avoir activé «\u00a0{switch}\u00a0». Cette "
        "option se trouve sur la page *Classe*."
    ),
    "Add {simulated} simulated students": "Ajouter {simulated} participants simulés",
    "The groups' ideas": "Les idées des groupes",
    "Nobody has written down an idea yet.": "Personne n'a encore noté d'idée.",
    "{number} group has written none yet": "{number} groupe n'en a pas encore noté",
    "{number} groups have written none yet": "{number} groupes n'en ont pas encore noté",
    "{number} idea": "{number} idée",
    "{number} ideas": "{number} idées",
    "Replace a nickname": "Remplacer un pseudonyme",
    "Nickname": "Pseudonyme",
    "Give another one": "En donner un autre",
    "There is none to replace.": "Il n'y en a aucun à remplacer.",
    "{number} nickname was replaced.": "{number} pseudonyme a été remplacé.",
    "{number} nicknames were replaced.": "{number} pseudonymes ont été remplacés.",
    "Rest": "Pause",
}
