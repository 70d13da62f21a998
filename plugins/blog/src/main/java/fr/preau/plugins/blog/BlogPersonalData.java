package fr.preau.plugins.blog;

import fr.preau.api.privacy.PersonalData;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Posts and comments: what people wrote, under their name. Thread-safe. */
@Singleton
public final class BlogPersonalData implements PersonalData {

    private final PersonalDataDao dao;
    private final PostNews news;

    @Inject
    BlogPersonalData(PersonalDataDao dao, PostNews news) {
        this.news = news;
        this.dao = dao;
    }

    @Override
    public List<Kept> register() {
        String retention = "Jusqu’à ce que leur auteur, ses responsables légaux ou l’école en demandent l’effacement";
        return List.of(
                new Kept(
                        "Billets : auteur, titre, texte, dates, mot de l’enseignant à l’auteur",
                        "Faire écrire les élèves et raconter la vie de la classe à ses familles",
                        retention),
                new Kept(
                        "Commentaires : auteur, texte, date",
                        "Échanger autour des billets, dans la classe et avec ses familles",
                        retention));
    }

    @Override
    public List<Item> export(UUID personId) {
        return dao.written(personId).stream().map(BlogPersonalData::item).toList();
    }

    private static Item item(PersonalDataDao.Written written) {
        String date = written.createdAt().toString();
        if (!written.post()) {
            return new Item("Commentaire", date, "Sur « " + written.title() + " » : " + written.text());
        }
        String word = written.word().isEmpty() ? "" : "\n\nMot de l’enseignant : " + written.word();
        return new Item("Billet", date, written.title() + "\n\n" + written.text() + word);
    }

    @Override
    public int erase(UUID personId) {
        List<PersonalDataDao.Deleted> gone = dao.deletePosts(personId);
        // One statement each: few, and seldom.
        gone.stream().filter(post -> post.state() == PostState.PUBLISHED).forEach(post -> news.withdrawn(post.id()));
        return gone.size()
                + dao.namelessPosts(personId)
                + dao.deleteComments(personId)
                + dao.namelessComments(personId);
    }
}
