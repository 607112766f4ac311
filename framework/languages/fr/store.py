"""The interface in French: what saved work could not do, and how to go on."""

TEXTS: dict[str, str] = {
    # what the store could not do
    "{what}: too many other requests are waiting.": "{what} : trop d'autres demandes attendent.",
    "{what}.": "{what}.",
    "What was saved before is still there. {otherwise}": (
        "Ce qui a été enregistré auparavant est toujours là. {otherwise}"
    ),
    "Try again in a moment.": "Réessayez dans un instant.",
    "Saved work cannot be read right now": "Le travail enregistré ne peut pas être lu pour l'instant",
    "The work could not be saved": "Le travail n'a pas pu être enregistré",
    "Old work could not be removed": "Le travail ancien n'a pas pu être supprimé",
    "The ideas could not be brought in": "Les idées n'ont pas pu être importées",
    "The brief could not be kept": "La synthèse n'a pas pu être conservée",
    "The class could not be opened": "La classe n'a pas pu être ouverte",
    "The code could not be looked up": "Le code n'a pas pu être vérifié",
    "The nickname could not be replaced": "Le pseudonyme n'a pas pu être remplacé",
    "The nickname could not be changed": "Le pseudonyme n'a pas pu être changé",
    "The class could not be deleted": "La classe n'a pas pu être supprimée",
    "Classes that are over could not be removed": "Les classes terminées n'ont pas pu être supprimées",
    "The class could not go on": "La classe n'a pas pu continuer",
    "You could not join": "Vous n'avez pas pu entrer",
    "The simulated students could not be removed": "Les participants simulés n'ont pas pu être retirés",
    "Your idea could not be saved": "Votre idée n'a pas pu être enregistrée",
    "Your answer could not be saved": "Votre réponse n'a pas pu être enregistrée",
    "It may have been deleted. Ask your instructor for a new code.": (
        "Cela a peut-être été supprimé. Demandez un nouveau code à la personne qui anime."
    ),
    "This work was saved in a form that this version cannot read.": (
        "Ce travail a été enregistré sous une forme que cette version ne peut pas lire."
    ),
    "An earlier brief was saved in a form that this version cannot read.": (
        "Une synthèse antérieure a été enregistrée sous une forme que cette version ne peut pas lire."
    ),
    "It is still there: open it with the version that saved it.": (
        "Rien n'est perdu : ouvrez-le avec la version qui l'a enregistré."
    ),
    "These answers": "Ces réponses",
    "The rounds of this idea": "Les cycles de cette idée",
    "{what} contain a number or a character that cannot be saved.": (
        "{what} contiennent un nombre ou un caractère qui ne peut pas être enregistré."
    ),
    "Write it differently.": "Écrivez-le autrement.",
    "{what} take {size} kB; at most {most} kB can be saved.": (
        "{what} occupent {size} ko ; on peut en enregistrer au plus {most} ko."
    ),
    "Shorten the longest texts.": "Raccourcissez les textes les plus longs.",
    # the database itself, and its settings
    "SHOULD_I_USE_ML_KEEP_DAYS is {given}, which is not a number of days.": (
        "SHOULD_I_USE_ML_KEEP_DAYS vaut {given}, ce qui n'est pas un nombre de jours."
    ),
    "Set it to a whole number from 0 (keep everything) to {most}, or leave it out.": (
        "Donnez-lui un nombre entier de 0 (tout garder) à {most}, ou ne le donnez pas."
    ),
    "The driver for this kind of database is not installed.": (
        "Le pilote pour ce type de base de données n'est pas installé."
    ),
    'Install it with: pip install "should-i-use-ml[postgresql]" (in a checkout: make setup-postgresql).': (
        'Installez-le avec : pip install "should-i-use-ml[postgresql]" '
        "(dans une copie du dépôt : make setup-postgresql)."
    ),
    "To save work elsewhere, set SHOULD_I_USE_ML_DATABASE to a path or a database URL.": (
        "Pour enregistrer ailleurs, donnez à SHOULD_I_USE_ML_DATABASE un chemin ou l'URL d'une base de données."
    ),
    "Saved work cannot be opened.": "Le travail enregistré ne peut pas être ouvert.",
    "Saved work cannot be changed": "Le travail enregistré ne peut pas être modifié",
    "Deleted work could not be overwritten": "Le travail supprimé n'a pas pu être écrasé",
    "Whoever runs this application has to make room on its disk.": (
        "La personne qui gère cette application doit libérer de la place sur son disque."
    ),
    "The database is damaged. Whoever runs this application has to restore a backup.": (
        "La base de données est endommagée. La personne qui gère cette application doit rétablir une sauvegarde."
    ),
    "The database keeps texts as {encoding}, which lacks most characters that people write.": (
        "La base de données enregistre les textes en {encoding}, où manquent la plupart des caractères."
    ),
    "Create one with: createdb -E UTF8 -T template0 NAME": ("Créez-en une avec : createdb -E UTF8 -T template0 NOM"),
    "Only a database in a file can be copied like this.": (
        "Seule une base de données dans un fichier peut être copiée ainsi."
    ),
    "PostgreSQL has a command of its own: pg_dump.": "PostgreSQL a sa propre commande : pg_dump.",
    "The account may only read it. {elsewhere}": "Le compte ne peut que la lire. {elsewhere}",
    "The account needs the right to create tables there, once. {elsewhere}": (
        "Le compte doit avoir, une seule fois, le droit d'y créer des tables. {elsewhere}"
    ),
    "The tables for saved work could not be created": "Les tables du travail enregistré n'ont pas pu être créées",
    "The database URL is not valid.": "L'URL de la base de données n'est pas valable.",
    "In its password, write @ as %40 and / as %2F, and other special characters likewise.": (
        "Dans son mot de passe, écrivez @ sous la forme %40, / sous la forme %2F, et de même les autres caractères "
        "spéciaux."
    ),
    "Two slashes follow the colon: ://": "Deux barres obliques suivent les deux-points : ://",
    "The file with all saved work was removed.": "Le fichier de tout le travail enregistré a été supprimé.",
    "The file with all saved work was replaced by another one.": (
        "Le fichier de tout le travail enregistré a été remplacé par un autre."
    ),
    "Whoever runs this application has to restore it, or to restart with an empty one.": (
        "La personne qui gère cette application doit le rétablir, ou redémarrer avec un fichier vide."
    ),
    "Whoever runs this application has to stop it, remove the files beside the new one that end in -wal and -shm, and "
    "start it again.": (
        "La personne qui gère cette application doit l'arrêter, supprimer à côté du nouveau fichier ceux qui se "
        "terminent par -wal et -shm, puis la redémarrer."
    ),
    "The saved work was written by a newer version ({version}).": (
        "Le travail a été enregistré par une version plus récente ({version})."
    ),
    "Update this installation, or use another database.": (
        "Mettez cette installation à jour, ou utilisez une autre base de données."
    ),
}
