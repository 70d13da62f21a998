package fr.preau.server.plugin;

import fr.preau.testkit.PluginJar;
import java.nio.file.Path;

/** Versions of {@link GrowingPlugin}: they differ by a file, and by migrations. */
public final class GrowingJars {
    private static final String TABLE = """
            create table %1$s (
                tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
                id uuid not null default gen_random_uuid(),
                primary key (tenant_id, id)
            );
            alter table %1$s enable row level security;
            alter table %1$s force row level security;
            create policy tenant on %1$s
                using (tenant_id = nullif(current_setting('ent.tenant', true), '')::integer);
            """;

    private GrowingJars() {}

    /** With its one table; to be changed before it is built. */
    public static PluginJar version(String version) {
        return PluginJar.of(GrowingPlugin.class)
                .id("growing")
                .version(version)
                .file("version.txt", version)
                .file("db/migration/V1__tick.sql", TABLE.formatted("tick"));
    }

    /** With one table more. */
    public static Path grown(String version) {
        return version(version)
                .file("db/migration/V2__more.sql", TABLE.formatted("more"))
                .build();
    }
}
