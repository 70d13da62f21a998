package fr.preau.server.portal.roles;

import fr.preau.api.Profile;
import fr.preau.api.web.Ui;
import fr.preau.server.access.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The groups that a role can be given to, in words. */
public final class Subjects {
    private Subjects() {}

    /** A group: its code and its name. */
    public record Group(String code, String name) {}

    /** Profiles, the people of each school, groups made by hand. */
    public static List<Group> of(World world, Ui ui) {
        List<Group> groups = new ArrayList<>();
        for (Profile profile : Profile.values()) {
            groups.add(new Group("PROFILE:" + profile.name(), words("PROFILE:" + profile.name(), world, ui)));
        }
        world.facts()
                .schools()
                .forEach(school -> List.of("SCHOOL_TEACHER", "SCHOOL_SCHOOL_STAFF", "SCHOOL_HEAD", "SCHOOL_GUARDIAN")
                        .forEach(kind -> groups.add(
                                new Group(kind + ":" + school.id(), words(kind + ":" + school.id(), world, ui)))));
        world.facts()
                .groups()
                .forEach(group ->
                        groups.add(new Group("GROUP:" + group.id(), words("GROUP:" + group.id(), world, ui))));
        return groups;
    }

    static boolean known(String subject, World world) {
        int colon = subject.indexOf(':');
        if (colon < 0) {
            return false;
        }
        if (subject.startsWith("PROFILE:")) {
            String name = subject.substring(colon + 1);
            return java.util.Arrays.stream(Profile.values())
                    .anyMatch(profile -> profile.name().equals(name));
        }
        return (subject.startsWith("SCHOOL_") || subject.startsWith("CLASS_") || subject.startsWith("GROUP:"))
                && !world.subjectName(subject).isEmpty()
                && !world.subjectName(subject).equals(subject.substring(colon + 1));
    }

    /** A subject in words: “les enseignants de l’École du Bourg”. */
    public static String words(String subject, World world, Ui ui) {
        String kind = subject.substring(0, subject.indexOf(':')).toLowerCase(Locale.ROOT);
        String about = world.subjectName(subject);
        return kind.equals("profile")
                ? ui.t("subject.profile", ui.t("profile." + about.toLowerCase(Locale.ROOT)))
                : ui.t("subject." + kind, about);
    }
}
