package fr.preau.plugins.annuaireonde;

import fr.preau.api.web.Upload;
import java.util.List;

/**
 * The three files of a made-up school: twelve pupils in three classes, twelve guardians with fourteen ties, four teachers of
 * whom one heads the school. A guardian has children in two classes; two guardians bear one name; the guardians' file calls
 * the classes otherwise than the pupils' file.
 */
final class TwelvePupils {
    static final String CP = "CP de Mme Craie";
    static final String CE = "CE1-CE2 de M. Ardoise";
    static final String CM = "CM1-CM2 de Mme Tableau";

    private TwelvePupils() {}

    /** The pupils: four in each class. */
    static Sheet pupils() {
        Sheet sheet = OndeFiles.pupils();
        return sheet.with(List.of())
                .row(pupil("EXEMPLE;;Zoé;02/03/2020;F;000000001AA", "CP", CP, "101"))
                .row(pupil("FICTIF;;Éloi;30/11/2020;M;000000002AA", "CP", CP, "101"))
                .row(pupil("IMAGINAIRE;;Noé;14/07/2020;M;000000003AA", "CP", CP, "101"))
                .row(pupil("INVENTÉ;;Maëlle;01/05/2020;F;000000004AA", "CP", CP, "101"))
                .row(pupil("EXEMPLE;;Léa;11/11/2019;F;000000005AA", "CE1", CE, "102"))
                .row(pupil("MODÈLE;;Hugo;08/05/2019;M;000000006AA", "CE1", CE, "102"))
                .row(pupil("FACTICE;;Inès;25/12/2018;F;000000007AA", "CE2", CE, "102"))
                .row(pupil("TÉMOIN;;Tom;06/01/2018;M;000000008AA", "CE2", CE, "102"))
                .row(pupil("MODÈLE;;Anaïs;17/08/2017;F;000000009AA", "CM1", CM, "103"))
                .row(pupil("FABULÉ;;Noam;21/06/2017;M;000000010AA", "CM1", CM, "103"))
                .row(pupil("D'ESSAI;D'ESSAI-FABLE;Lou;29/02/2016;F;000000011AA", "CM2", CM, "103"))
                .row(pupil("DE LA FABLE;;Sacha;03/10/2016;M;000000012AA", "CM2", CM, "103"));
    }

    private static String pupil(String person, String level, String label, String number) {
        return person + ";1 rue de l'Essai;99000;ESSAIVILLE;FRANCE;;;;;CYCLE II;" + level + ";" + label + ";" + number
                + ";O;O;N;";
    }

    /** The guardians. */
    static Sheet guardians() {
        Sheet sheet = OndeFiles.guardians();
        return sheet.with(List.of())
                .row(guardian("MME;;EXEMPLE;Chloé;1 rue de l'Essai", "chloe@exemple.invalid;;;0639980001")
                        + child("EXEMPLE;Zoé;CP")
                        + child("EXEMPLE;Léa;CE1 CE2")
                        + child(";;"))
                .row(guardian("M.;;EXEMPLE;Paul;9 place du Modèle", "paul@exemple.invalid;;;0639980002")
                        + child("EXEMPLE;Zoé;CP")
                        + child("EXEMPLE;Léa;CE1 CE2")
                        + child(";;"))
                .row(guardian("M.;;FICTIF;Gaël;2 rue de l'Essai", ";;;0639980003")
                        + child("FICTIF;Éloi;CP")
                        + child(";;")
                        + child(";;"))
                .row(guardian("MME;;IMAGINAIRE;Ève;3 rue de l'Essai", ";;;0639980004")
                        + child("IMAGINAIRE;Noé;CP")
                        + child(";;")
                        + child(";;"))
                .row(guardian("MME;;INVENTÉ;Maud;4 rue de l'Essai", ";;;0639980005")
                        + child("INVENTÉ;Maëlle;CP")
                        + child(";;")
                        + child(";;"))
                .row(guardian("M.;;MODÈLE;Dominique;5 rue de l'Essai", ";;;0639980006")
                        + child("MODÈLE;Hugo;CE1 CE2")
                        + child(";;")
                        + child(";;"))
                .row(guardian("M.;;MODÈLE;Dominique;6 rue de l'Essai", ";;;0639980007")
                        + child("MODÈLE;Anaïs;CM")
                        + child(";;")
                        + child(";;"))
                .row(guardian("MME;;FACTICE;Rose;7 rue de l'Essai", ";;;0639980008")
                        + child("FACTICE;Inès;CE1 CE2")
                        + child(";;")
                        + child(";;"))
                .row(guardian("M.;;TÉMOIN;Luc;8 rue de l'Essai", ";;;0639980009")
                        + child("TÉMOIN;Tom;CE1 CE2")
                        + child(";;")
                        + child(";;"))
                .row(guardian("MME;;FABULÉ;Aïcha;9 rue de l'Essai", ";;;0639980010")
                        + child("FABULÉ;Noam;CM")
                        + child(";;")
                        + child(";;"))
                .row(guardian("MME;D'ESSAI-FABLE;D'ESSAI;Jeanne;10 rue de l'Essai", ";;;0639980011")
                        + child("D'ESSAI;Lou;CM")
                        + child(";;")
                        + child(";;"))
                .row(guardian("M.;;DE LA FABLE;Kim;11 rue de l'Essai", ";;;0639980012")
                        + child("DE LA FABLE;Sacha;CM")
                        + child(";;")
                        + child(";;"));
    }

    private static String guardian(String person, String contacts) {
        return person + ";99000;ESSAIVILLE;FRANCE;" + contacts;
    }

    private static String child(String child) {
        return ";;" + child;
    }

    /** The teachers; two of them share the CM1-CM2, and one of these two heads the school. */
    static Sheet teachers() {
        Sheet sheet = OndeFiles.teachers();
        return sheet.with(List.of())
                .row("MME;;CRAIE;Camille;;;;;camille.craie@exemple.invalid;;;Non;" + CP)
                .row("M.;;ARDOISE;Sacha;;;;;;;;Non;" + CE)
                .row("MME;;TABLEAU;Lou;;;;;;;;Non;" + CM)
                .row(";;DIRECTION;Dominique;;;;;;;;Oui;" + CM);
    }

    /** All three. */
    static Upload[] files() {
        return new Upload[] {
            pupils().upload("eleves.csv"),
            guardians().upload("responsables.csv"),
            teachers().upload("enseignants.csv")
        };
    }
}
