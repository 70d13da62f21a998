package fr.preau.plugins.cahierdetextes;

import fr.preau.api.privacy.PersonalData;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** What the cahier de textes keeps about people. Thread-safe. */
public final class CahierPersonalData implements PersonalData {
    private final WorkDao dao;

    @Inject
    CahierPersonalData(WorkDao dao) {
        this.dao = dao;
    }

    @Override
    public List<Kept> register() {
        String retention = "Jusqu’à la fin de l’année scolaire suivante ; un travail retiré, un mois";
        return List.of(
                new Kept(
                        "Travail donné, et qui l’a donné",
                        "Dire aux élèves et aux familles ce qu’il y a à faire",
                        retention),
                new Kept(
                        "Coches « fait » des élèves",
                        "Aider l’élève, sa famille et la classe à suivre le travail",
                        retention));
    }

    @Override
    public List<Item> export(UUID personId) {
        return dao.keptAbout(personId);
    }

    @Override
    public int erase(UUID personId) {
        return dao.forgetAuthor(personId) + dao.deleteTicks(personId);
    }
}
