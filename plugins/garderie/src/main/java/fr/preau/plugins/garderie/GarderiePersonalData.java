package fr.preau.plugins.garderie;

import fr.preau.api.privacy.PersonalData;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** What the garderie keeps about people. Thread-safe. */
public final class GarderiePersonalData implements PersonalData {
    private final PersonalDataDao dao;

    @Inject
    GarderiePersonalData(PersonalDataDao dao) {
        this.dao = dao;
    }

    @Override
    public List<Kept> register() {
        return List.of(
                new Kept(
                        "Soirs de garderie, heure de départ, personne venue chercher l’enfant",
                        "Accueillir les enfants inscrits et savoir avec qui ils sont partis",
                        "Jusqu’à la fin de l’année scolaire suivante"),
                new Kept(
                        "Fiche santé : allergies et conduite à tenir, personnes autorisées",
                        "La sécurité de l’enfant pendant la garderie ; chaque lecture est inscrite au journal",
                        "Tant que l’enfant est inscrit à l’école"));
    }

    @Override
    public List<Item> export(UUID personId) {
        return dao.kept(personId);
    }

    @Override
    public int erase(UUID personId) {
        return dao.deleteStays(personId)
                + dao.deleteCare(personId)
                + dao.forgetBooker(personId)
                + dao.forgetAgent(personId)
                + dao.forgetWriter(personId);
    }
}
