package fr.preau.server.access;

import fr.preau.api.Caller;
import fr.preau.api.Profile;
import fr.preau.api.access.Place;
import fr.preau.api.web.Ui;
import fr.preau.server.access.TenantFacts.Party;
import fr.preau.server.access.TenantFacts.Right;
import fr.preau.server.access.TenantFacts.Signature;
import fr.preau.server.access.TenantFacts.Stop;
import fr.preau.server.access.Told.Sentence;
import fr.preau.server.http.Layout;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says decisions in French: about a person, for the console, and to that person, on the page that refuses. Thread-safe. */
@Singleton
public final class Explanations {
    private final Provider<Layout> layout;

    @Inject
    Explanations(Provider<Layout> layout) {
        this.layout = layout;
    }

    /**
     * A decision about somebody, for who may know all of it.
     *
     * @param name the person's name
     */
    public Told about(Decision decision, World world, String name) {
        return new Teller(layout.get().coreUi(), world, "").tell(decision, name);
    }

    /**
     * Why somebody may not, in words for that person: the nearest reasons, each with who can change it. A child is told one
     * thing only.
     */
    public List<String> toOneself(Decision decision, World world, Caller caller) {
        Ui ui = layout.get().coreUi();
        if (caller.profile().isChild()) {
            return List.of(ui.t("why.child"));
        }
        Told told = new Teller(ui, world, ".vous").tell(decision, caller.displayName());
        List<String> reasons = new ArrayList<>();
        for (Sentence obstacle : told.obstacles()) {
            String text = obstacle.text();
            String change = obstacle.change() == null ? "" : " " + obstacle.change();
            reasons.add(text.substring(0, 1).toUpperCase(Locale.FRENCH) + text.substring(1) + "." + change);
        }
        if (reasons.isEmpty()) {
            reasons.add(ui.t("why.nothing.vous"));
        }
        return reasons;
    }

    /** For one decision. */
    private record Teller(Ui ui, World world, String voice) {
        Told tell(Decision decision, String name) {
            Right right = world.right(decision.right());
            String what = right == null ? decision.right().toString() : right.label();
            String where = where(decision.place());
            String headline = ui.t(
                    decision.allowed() ? "why.allowed" : "why.refused",
                    name,
                    what.substring(0, 1).toLowerCase(Locale.FRENCH) + what.substring(1),
                    where);
            return new Told(
                    decision.allowed(),
                    headline,
                    sentences(decision.required()),
                    decision.ways().stream().map(way -> sentences(way.facts())).toList());
        }

        private String where(Place place) {
            String name = place.kind() == Place.Kind.ANYWHERE ? "" : world.nameOf(place.id());
            return name.isEmpty() ? "" : ui.t("why.in", name);
        }

        private List<Sentence> sentences(List<Fact> facts) {
            return facts.stream()
                    .map(fact -> new Sentence(fact.holds(), text(fact), fact.holds() ? null : change(fact)))
                    .toList();
        }

        private String text(Fact fact) {
            String state = fact.holds() ? "" : ".not";
            if (fact instanceof Fact.Account account) {
                return account.suspendedAt() == null
                        ? ui.t("why.account" + voice)
                        : ui.t("why.account.not" + voice, ui.moment(account.suspendedAt()));
            }
            if (fact instanceof Fact.Running running) {
                return ui.t("why.running" + state, running.plugin());
            }
            if (fact instanceof Fact.Open open) {
                return open(open);
            }
            if (fact instanceof Fact.Tied tied) {
                return tied(tied);
            }
            if (fact instanceof Fact.Guardian guardian) {
                String key =
                        guardian.holds() ? "why.guardian" : guardian.authority() ? "why.nocontact" : "why.noauthority";
                return ui.t(key + voice, guardian.childName());
            }
            if (fact instanceof Fact.ByProfile byProfile) {
                return ui.t("why.profile" + state, profile(byProfile.profile()));
            }
            if (fact instanceof Fact.OldEnough age) {
                return age.birthDate() == null && !age.holds()
                        ? ui.t("why.age.unknown", age.minAge())
                        : ui.t("why.age" + state, age.minAge());
            }
            if (fact instanceof Fact.Granted granted) {
                return granted(granted);
            }
            if (fact instanceof Fact.Belongs belongs) {
                return ui.t("why.belongs" + state + voice, subject(belongs));
            }
            if (fact instanceof Fact.Concerned concerned) {
                return concerned.keptFrom() == null
                        ? ui.t("why.concerned" + state + voice, concerned.schoolName())
                        : ui.t("why.concerned.kept" + voice, concerned.keptFrom());
            }
            if (fact instanceof Fact.InSlot slots) {
                return ui.t(
                        "why.slot" + state,
                        slots.slots().stream().map(this::slot).collect(Collectors.joining(", ")));
            }
            if (fact instanceof Fact.ThisYear year) {
                return ui.t("why.year" + state, year.className());
            }
            if (fact instanceof Fact.NotApart apart) {
                Stop stop = apart.stop();
                return stop == null ? ui.t("why.apart") : ui.t("why.apart.not", stop.name(), stop.reason());
            }
            return ui.t("why.administrator" + voice);
        }

        private String open(Fact.Open open) {
            String school = open.schoolName().isEmpty() ? ui.t("why.noschool") : open.schoolName();
            Stop stop = open.stop();
            if (open.holds()) {
                return ui.t(
                        "why.open",
                        open.title(),
                        school,
                        ui.moment(Objects.requireNonNull(open.since())),
                        open.signers().stream().map(Signature::name).distinct().collect(Collectors.joining(", ")));
            }
            if (stop != null) {
                return ui.t("why.stopped", open.title(), school, ui.moment(stop.since()), stop.name(), stop.reason());
            }
            if (open.since() != null) {
                return ui.t("why.later", open.title(), school, ui.moment(open.since()));
            }
            if (!open.missing().isEmpty()) {
                return ui.t("why.unsigned", open.title(), school, names(open.missing()));
            }
            return ui.t("why.undeployed", open.title(), school);
        }

        private static String names(List<Party> parties) {
            return parties.stream().map(Party::name).collect(Collectors.joining(", "));
        }

        private String tied(Fact.Tied tied) {
            String key = "why.tied." + tied.as().name().toLowerCase(Locale.ROOT) + (tied.holds() ? "" : ".not") + voice;
            return ui.t(key, tied.placeName(), ui.date(tied.since()), Objects.requireNonNullElse(tied.child(), ""));
        }

        private String granted(Fact.Granted granted) {
            PersonFacts.Grant grant = granted.grant();
            String place = granted.placeName().isEmpty() ? ui.t("why.everywhere") : granted.placeName();
            String given = grant.at() == null
                    ? ui.t("why.shared", granted.roleName())
                    : grant.level().isEmpty()
                            ? ui.t("why.granted" + voice, granted.roleName(), ui.moment(grant.at()), grant.by(), place)
                            : ui.t("why.shared.by", granted.roleName(), grant.by());
            if (granted.holds()) {
                return given;
            }
            if (granted.removed()) {
                return given + ui.t("why.granted.removed");
            }
            return grant.until() != null && !grant.until().isAfter(ui.today())
                    ? given + ui.t("why.granted.over", ui.date(grant.until().minusDays(1)))
                    : given + ui.t("why.granted.later", ui.date(grant.since()));
        }

        private String subject(Fact.Belongs belongs) {
            String kind = belongs.subject().substring(0, belongs.subject().indexOf(':'));
            return kind.equals("PROFILE")
                    ? profile(Profile.valueOf(belongs.name()))
                    : ui.t("subject." + kind.toLowerCase(Locale.ROOT), belongs.name());
        }

        private String slot(PersonFacts.Slot slot) {
            return ui.t(
                    "why.slot.day",
                    ui.t("day." + slot.day()),
                    slot.begins().toString(),
                    slot.ends().toString());
        }

        private String profile(Profile profile) {
            return ui.t("profile." + profile.name().toLowerCase(Locale.ROOT)).toLowerCase(Locale.FRENCH);
        }

        /** Who can change a fact that stands in the way. */
        private @Nullable String change(Fact fact) {
            if (fact instanceof Fact.Open open) {
                Stop stop = open.stop();
                if (stop != null) {
                    String party = world.facts().parties().stream()
                            .filter(each -> each.id().equals(stop.party()))
                            .map(Party::name)
                            .findFirst()
                            .orElse("");
                    return ui.t("why.change.stop", party);
                }
                return open.since() != null
                        ? ui.t("why.change.wait")
                        : open.missing().isEmpty()
                                ? ui.t("why.change.deploy")
                                : ui.t("why.change.sign", names(open.missing()));
            }
            if (fact instanceof Fact.Granted granted) {
                return ui.t("why.change.granted", granted.grant().by());
            }
            return ui.t("why.change." + kind(fact));
        }

        private static String kind(Fact fact) {
            return fact.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        }
    }
}
