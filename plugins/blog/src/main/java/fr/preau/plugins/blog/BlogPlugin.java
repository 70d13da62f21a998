package fr.preau.plugins.blog;

import static fr.preau.api.Profile.GUARDIAN;
import static fr.preau.api.Profile.HEAD;
import static fr.preau.api.Profile.PUPIL;
import static fr.preau.api.Profile.SCHOOL_STAFF;
import static fr.preau.api.Profile.TEACHER;

import fr.preau.api.Authority;
import fr.preau.api.EntPlugin;
import fr.preau.api.web.Hue;

/** What the class blog brings to an ENT. */
public final class BlogPlugin extends EntPlugin {

    /** The right to approve, send back and remove what others wrote. Asked in code too, where authors act as well. */
    static final String MODERATE = "moderate";

    /** The right to share a post of a class with others. */
    static final String SHARE = "share";

    @Override
    protected void configure() {
        authority(Authority.EDUCATION_NATIONALE);
        permission("read", "Lire les blogs de ses classes", PUPIL, GUARDIAN, TEACHER, HEAD, SCHOOL_STAFF);
        permission("write", "Écrire des billets", PUPIL, TEACHER, HEAD);
        permission("comment", "Commenter les billets", PUPIL, GUARDIAN, TEACHER, HEAD);
        permission(MODERATE, "Relire, publier et retirer les billets et les commentaires", TEACHER, HEAD);
        permission(SHARE, "Partager un billet hors de la classe", TEACHER, HEAD);
        shareable("post", level("read", "Lire", "read"), level("comment", "Lire et commenter", "read", "comment"));
        event(PostNews.PUBLISHED, "Billet publié", PostPublished.class);
        event(PostNews.WITHDRAWN, "Billet retiré", PostWithdrawn.class);
        launcher("Blog", "newspaper", Hue.POND, "read");

        page(BlogPages.class);
        page(WritingPages.class);
        page(ReviewPages.class);
        page(CommentPages.class);
        page(SharePages.class);
        api(PostApi.class);
        api(CommentApi.class);
        api(PostCommentApi.class);
        api(ClassApi.class);
        api(ShareApi.class);
        tile(BlogTile.class);
        personalData(BlogPersonalData.class);

        dao(PostDao.class);
        dao(PostLineDao.class);
        dao(CommentDao.class);
        dao(ClassDao.class);
        dao(TileDao.class);
        dao(PersonalDataDao.class);
        bind(Posts.class);
        bind(Comments.class);
        bind(Classes.class);
        bind(PostNews.class);
        bind(PostPage.class);
        bind(Sentences.class);
        bind(Shares.class);
    }
}
