package fr.preau.server.plugin;

import fr.preau.api.Caller;
import fr.preau.api.Shareable;
import fr.preau.api.access.Sharing;
import fr.preau.api.web.Ui;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Sharing for one plugin, on the plugin's own connection. Thread-safe. */
final class EntSharing implements Sharing {
    private final Jdbi jdbi;
    private final List<Shareable> shareables;
    private final Supplier<Ui> words;

    EntSharing(Jdbi jdbi, List<Shareable> shareables, Supplier<Ui> words) {
        this.jdbi = jdbi;
        this.shareables = shareables;
        this.words = words;
    }

    @Override
    public boolean share(
            Caller caller,
            String kind,
            UUID resourceId,
            @Nullable UUID schoolId,
            String subject,
            String level,
            @Nullable LocalDate until) {
        boolean declared = shareables.stream()
                .anyMatch(each -> each.kind().equals(kind)
                        && each.levels().stream().anyMatch(one -> one.id().equals(level)));
        return declared
                && jdbi.withHandle(handle -> handle.createQuery(
                                "select ent.share(:kind, :resource, :school::uuid, :subject, :level, :until::date, :giver)")
                        .bind("kind", kind)
                        .bind("resource", resourceId)
                        .bind("school", schoolId)
                        .bind("subject", subject)
                        .bind("level", level)
                        .bind("until", until)
                        .bind("giver", caller.personId())
                        .mapTo(Boolean.class)
                        .one());
    }

    @Override
    public boolean unshare(Caller caller, String kind, UUID resourceId, String subject) {
        return jdbi.withHandle(handle -> handle.createQuery("select ent.unshare(:kind, :resource, :subject, :giver)")
                .bind("kind", kind)
                .bind("resource", resourceId)
                .bind("subject", subject)
                .bind("giver", caller.personId())
                .mapTo(Boolean.class)
                .one());
    }

    @Override
    public List<Share> sharesOf(String kind, UUID resourceId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select subject, kind, name, level, until, given_by_name "
                                + "from ent.share_made where resource_kind = :kind and resource_id = :resource order by name, subject")
                .bind("kind", kind)
                .bind("resource", resourceId)
                .map((row, context) -> new Share(
                        row.getString(1),
                        words(row.getString(2), row.getString(3)),
                        row.getString(4),
                        row.getObject(5, LocalDate.class),
                        row.getString(6)))
                .list());
    }

    @Override
    public List<Audience> audiences(Caller caller) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select subject, kind, name from ent.audience where person_id = :me order by name, kind")
                .bind("me", caller.personId())
                .map((row, context) -> new Audience(row.getString(1), words(row.getString(2), row.getString(3))))
                .list());
    }

    @Override
    public List<Audience> people(Caller caller, String name) {
        if (name.isBlank()) {
            return List.of();
        }
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select distinct subject, profile, name from ent.audience_person
                        where person_id = :me and position(ent.plain(:name) in ent.plain(name)) > 0 order by name, subject limit 20
                        """)
                .bind("me", caller.personId())
                .bind("name", name.strip())
                .map((row, context) -> new Audience(
                        row.getString(1),
                        row.getString(3) + ", "
                                + words.get()
                                        .t("profile." + row.getString(2).toLowerCase(Locale.ROOT))
                                        .toLowerCase(Locale.FRENCH)))
                .list());
    }

    private String words(String kind, String name) {
        return kind.equals("PERSON") ? name : words.get().t("subject." + kind.toLowerCase(Locale.ROOT), name);
    }
}
