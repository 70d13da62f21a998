package fr.preau.server.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What pages show of who holds rights. */
public final class GrantsView {
    private GrantsView() {}

    /** A right, and which profiles hold it. */
    public record ProfileLine(
            String plugin,
            String name,
            String label,
            String reach,
            List<String> holders,
            @Nullable Integer minAge,
            boolean changed) {}

    /** An administrator. */
    public record AdministratorLine(UUID id, String name, Instant since) {}
}
