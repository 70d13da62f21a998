package fr.preau.api;

import com.google.inject.AbstractModule;
import fr.preau.api.directory.DirectorySource;
import fr.preau.api.event.EventListener;
import fr.preau.api.event.EventType;
import fr.preau.api.job.Job;
import fr.preau.api.job.JobType;
import fr.preau.api.privacy.PersonalData;
import fr.preau.api.web.Hue;
import fr.preau.api.web.Launcher;
import fr.preau.api.web.Tile;
import java.util.List;
import java.util.Set;

/**
 * The one class a plugin must have. It is a Guice module: {@link #configure()} declares contributions as data, and may
 * also {@code bind} the plugin's own classes.
 *
 * <pre>{@code
 * public final class CantinePlugin extends EntPlugin {
 *     @Override protected void configure() {
 *         authority(Authority.COLLECTIVITE);
 *         permission("read", "Lire les menus", everyone());
 *         permission("publish", "Publier les menus", Profile.MUNICIPAL_STAFF);
 *         launcher("Cantine", "utensils", Hue.OCHRE, "read");
 *         page(MenuPages.class);
 *         dao(MenuDao.class);
 *         personalData(CantinePersonalData.class);
 *     }
 * }
 * }</pre>
 *
 * <p>Declarations do no work: the host reads them without starting the plugin, to show what a plugin would add. The host
 * refuses to start a plugin whose declarations are incomplete, and lists every fault at once.
 *
 * <p>Not thread-safe: the host calls it once, from one thread.
 */
public abstract class EntPlugin extends AbstractModule {

    private final Contributions.Builder contributions = new Contributions.Builder();

    /** Declares the contributions. Called by the host through Guice; do nothing else here. */
    @Override
    protected abstract void configure();

    /** Who must sign for this plugin in the convention. Compulsory. */
    protected final void authority(Authority authority) {
        contributions.authority = authority;
    }

    /**
     * A right of this plugin, and who holds it unless the tenant decides otherwise.
     *
     * @param name short name, {@code [a-z][a-z0-9-]*}; the stable id is {@code <plugin>.<name>}, as {@code cantine.publish}
     * @param label what it allows, in French, a verb first: “Publier les menus”
     * @param holders the profiles that hold it by default; none means that only a grant gives it
     */
    protected final void permission(String name, String label, Profile... holders) {
        permission(name, label, Reach.CLASS, holders);
    }

    /**
     * As {@link #permission(String, String, Profile...)}, for a right that is about something else than a class.
     *
     * @param reach what it is about: decides where it can be given, and which view of {@code ent} lists it
     */
    protected final void permission(String name, String label, Reach reach, Profile... holders) {
        contributions.permissions.add(new Permission(name, label, reach, Set.of(holders)));
    }

    /**
     * A role that each ENT gets, to be given to people: who holds it, where and when is the ENT's business.
     *
     * @param id short name, stable: {@code agent}
     * @param name its name, in French: “Agent de restauration”
     * @param rights short names of rights of this plugin
     */
    protected final void role(String id, String name, String... rights) {
        contributions.roles.add(new SuggestedRole(id, name, List.of(rights)));
    }

    /**
     * A kind of thing that people may share with others (see {@link fr.preau.api.access.Sharing}).
     *
     * @param kind short name: {@code post}
     * @param levels from the least to the most
     */
    protected final void shareable(String kind, Shareable.Level... levels) {
        contributions.shareables.add(new Shareable(kind, List.of(levels)));
    }

    /** A level for {@link #shareable}: {@code level("read", "Lire", "read")}. */
    protected static Shareable.Level level(String id, String label, String... rights) {
        return new Shareable.Level(id, label, List.of(rights));
    }

    /** All profiles but guests, for {@link #permission}. */
    protected static Profile[] everyone() {
        return new Profile[] {
            Profile.PUPIL,
            Profile.GUARDIAN,
            Profile.TEACHER,
            Profile.HEAD,
            Profile.SCHOOL_STAFF,
            Profile.INSPECTOR,
            Profile.MUNICIPAL_STAFF
        };
    }

    /**
     * The plugin's place in the launcher: opens {@code /apps/<plugin>/}.
     *
     * @param title one or two words: “Cantine”
     * @param icon the name of a Lucide icon: {@code utensils}
     * @param hue the plugin's quiet colour
     * @param right the short name of the right that shows it
     */
    protected final void launcher(String title, String icon, Hue hue, String right) {
        contributions.launcher = new Launcher(title, icon, hue, right);
    }

    /** A JAX-RS resource that answers with HTML, under {@code /apps/<plugin>/}. Built once: keep no request in a field. */
    protected final void page(Class<?> resource) {
        contributions.pages.add(resource);
        bind(resource);
    }

    /** A JAX-RS resource that answers with JSON, under {@code /apps/<plugin>/api/}. Built once, as for pages. */
    protected final void api(Class<?> resource) {
        contributions.apis.add(resource);
        bind(resource);
    }

    /**
     * A Jdbi SqlObject interface on the plugin's own schema. Inject it and call it: each call runs in the request's own
     * transaction, for the caller's tenant.
     */
    protected final void dao(Class<?> sqlObject) {
        contributions.daos.add(sqlObject);
    }

    /** A tile of the home page. The class carries {@link fr.preau.api.access.Requires}. */
    protected final void tile(Class<? extends Tile> tile) {
        contributions.tiles.add(tile);
        bind(tile);
    }

    /** What the plugin keeps about people, how to export and to erase it. Compulsory, even to say “nothing”. */
    protected final void personalData(Class<? extends PersonalData> personalData) {
        contributions.personalData = personalData;
        bind(personalData);
    }

    /** A reader of directory files (ONDE, AAF…) that the console and the command line offer for imports. */
    protected final void directorySource(Class<? extends DirectorySource> source) {
        contributions.directorySources.add(source);
        bind(source);
    }

    /**
     * Something that the plugin tells whoever listens: see {@link fr.preau.api.event.Events}.
     *
     * @param name short name, {@code [a-z][a-z0-9-]*}; the stable name is {@code <plugin>.<name>}, as {@code blog.post-published}
     * @param label what happened, in French: “Billet publié”
     * @param payload the record that says more
     */
    protected final void event(String name, String label, Class<? extends Record> payload) {
        contributions.events.add(new EventType(name, label, payload));
    }

    /** A listener to events of any plugin. The class carries {@link fr.preau.api.event.ListensTo}. */
    protected final void listener(Class<? extends EventListener> listener) {
        contributions.listeners.add(listener);
        bind(listener);
    }

    /**
     * Work at set times. The class carries {@link fr.preau.api.job.Every} or {@link fr.preau.api.job.Daily}.
     *
     * @param label what it does, in French, a verb first: “Effacer ce qui ne doit plus être gardé”
     * @param job the class
     */
    protected final void job(String label, Class<? extends Job> job) {
        contributions.jobs.add(new JobType(label, job));
        bind(job);
    }

    /** What was declared so far; complete once Guice has run {@link #configure()}. For the host. */
    public final Contributions contributions() {
        return contributions.build();
    }
}
