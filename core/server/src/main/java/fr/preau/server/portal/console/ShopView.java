package fr.preau.server.portal.console;

import fr.preau.api.Caller;
import fr.preau.api.web.Ui;
import fr.preau.server.portal.console.ShopPages.Offered;
import fr.preau.server.portal.view.ServiceList.Kept;
import fr.preau.server.portal.view.ServiceList.Right;
import fr.preau.server.portal.view.Shop;
import fr.preau.server.portal.view.Shop.State;
import fr.preau.server.portal.view.ShopItem;
import fr.preau.server.portal.view.ShopItem.Picture;
import fr.preau.server.portal.view.ShopItem.Version;
import fr.preau.server.repository.Comparison;
import fr.preau.server.repository.Declaration;
import fr.preau.server.repository.Index.Offer;
import fr.preau.server.repository.Index.Release;
import fr.preau.server.repository.RepositoryLine;
import fr.preau.server.repository.Versions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the shop's pages show. Thread-safe. */
@Singleton
final class ShopView {
    private final Installed installed;

    @Inject
    ShopView(Installed installed) {
        this.installed = installed;
    }

    Shop.Repository repository(RepositoryLine line, Map<String, String> here) {
        return new Shop.Repository(
                line.index().name(),
                Objects.requireNonNullElse(line.signer(), ""),
                line.readAt(),
                line.fault(),
                line.trusted()
                        ? line.index().plugins().stream()
                                .map(offer -> item(new Offered(line, offer, offer.newest()), here.get(offer.id())))
                                .toList()
                        : List.of());
    }

    private static Shop.Item item(Offered offered, @Nullable String here) {
        Offer offer = offered.offer();
        Release release = offered.release();
        return new Shop.Item(
                offered.path(),
                offer.title(),
                offer.icon(),
                release.description(),
                release.version(),
                Objects.requireNonNullElse(here, ""),
                state(release.version(), here));
    }

    private static State state(String version, @Nullable String here) {
        if (here == null) {
            return State.NEW;
        }
        int order = Versions.compare(version, here);
        return order == 0 ? State.HERE : order > 0 ? State.UPGRADE : State.BEHIND;
    }

    /** One version of a service. */
    ShopItem item(Ui ui, Offered offered, Caller caller, boolean installs, List<String> faults) {
        Offer offer = offered.offer();
        Release release = offered.release();
        Declaration declared = release.declares();
        String here = installed.versions().get(offer.id());
        Shop.Item item = item(offered, here);
        Optional<Comparison> comparison = here == null
                ? Optional.empty()
                : installed
                        .declaration(offer.id(), caller.tenantId())
                        .map(before -> Comparison.between(before, declared));
        boolean installable =
                installs && offered.line().trusted() && (item.state() == State.NEW || item.state() == State.UPGRADE);
        return new ShopItem(
                item,
                (release.size() >> 20) + 1,
                offered.line().index().name(),
                Objects.requireNonNullElse(offered.line().signer(), ""),
                ShopWords.authority(ui, declared.authority()),
                declared.rights().stream()
                        .map(right -> new Right(
                                offer.id() + "." + right.name(),
                                right.label(),
                                ShopWords.profiles(ui, right.profiles())))
                        .toList(),
                declared.personalData().stream()
                        .map(kept -> new Kept(kept.what(), kept.purpose(), kept.retention()))
                        .toList(),
                String.join(", ", release.dependencies()),
                comparison.map(each -> ShopWords.changes(ui, each)).orElse(List.of()),
                comparison.isPresent(),
                pictures(offered),
                release.changelog(),
                offer.versions().stream()
                        .map(each -> new Version(
                                each.version(), offered.path() + "?version=" + each.version(), each == release))
                        .toList(),
                installable ? offered.path() + "/installer" : "",
                faults);
    }

    private static List<Picture> pictures(Offered offered) {
        Release release = offered.release();
        return IntStream.range(0, release.screenshots().size())
                .mapToObj(i -> new Picture(
                        offered.path() + "/" + release.version() + "/image/" + i,
                        release.screenshots().get(i).text()))
                .toList();
    }
}
