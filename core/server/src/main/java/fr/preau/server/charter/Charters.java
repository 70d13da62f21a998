package fr.preau.server.charter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.preau.server.db.Database;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The charters of the scope's tenant: in force, past, being written. One statement a call. Thread-safe. */
@Singleton
public final class Charters {
    private static final ObjectMapper json = new ObjectMapper();

    private final CharterDao dao;
    private final BuiltInCharters builtIn;

    @Inject
    Charters(Database database, BuiltInCharters builtIn) {
        this.dao = database.core().dao(CharterDao.class);
        this.builtIn = builtIn;
    }

    /** What is in force for these audiences. */
    public Map<Audience, CharterVersion> inForce(Collection<Audience> audiences) {
        Map<Audience, CharterVersion> found = new EnumMap<>(Audience.class);
        audiences.forEach(audience -> found.put(audience, builtIn.of(audience)));
        dao.inForce(found.keySet().stream().map(Audience::name).toArray(String[]::new))
                .forEach(row -> found.put(row.audience(), version(row)));
        return found;
    }

    /** What is in force for one. */
    public CharterVersion inForce(Audience audience) {
        return Objects.requireNonNull(inForce(List.of(audience)).get(audience));
    }

    /**
     * All versions of one audience.
     *
     * @param draft what is being written, if anything is
     * @param published what is in force, then what was before, down to the built-in version 1; never empty
     */
    public record History(Optional<CharterVersion> draft, List<CharterVersion> published) {
        /** What is in force. */
        public CharterVersion inForce() {
            return published.get(0);
        }
    }

    /** All versions of one audience. */
    public History history(Audience audience) {
        List<CharterVersion> all = new ArrayList<>(
                dao.all(audience).stream().map(Charters::version).toList());
        all.add(builtIn.of(audience));
        Optional<CharterVersion> draft = Optional.of(all.get(0)).filter(first -> isDraft(first));
        return new History(draft, List.copyOf(draft.isPresent() ? all.subList(1, all.size()) : all));
    }

    private static boolean isDraft(CharterVersion version) {
        return version.publishedAt() == null && !version.isBuiltIn();
    }

    /** For whom something is being written. */
    public Set<Audience> drafts() {
        Set<Audience> drafts = EnumSet.noneOf(Audience.class);
        drafts.addAll(dao.drafts());
        return drafts;
    }

    /** The tenant's ages. */
    public Ages ages() {
        return dao.ages().orElse(Ages.USUAL);
    }

    private static CharterVersion version(CharterDao.Row row) {
        return new CharterVersion(
                row.audience(),
                row.version(),
                new CharterText(row.title(), row.intro(), read(row.articles())),
                row.note(),
                row.revision(),
                row.publishedAt(),
                row.publishedBy());
    }

    private static List<Article> read(String articles) {
        try {
            return json.readValue(articles, new TypeReference<List<Article>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("articles are written by this class alone", e);
        }
    }

    static String write(List<Article> articles) {
        try {
            return json.writeValueAsString(articles);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
