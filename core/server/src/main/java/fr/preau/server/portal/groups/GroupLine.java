package fr.preau.server.portal.groups;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A group in a list.
 *
 * @param id its id
 * @param name its name, unique in its school
 * @param schoolId its school, null for a group of the whole ENT
 * @param school the school's name, empty for none
 * @param members how many it has today
 * @param closedAt since when it is closed, null if it is open
 */
public record GroupLine(
        UUID id,
        String name,
        @Nullable UUID schoolId,
        String school,
        int members,
        @Nullable Instant closedAt) {}
