package fr.preau.server.portal.view;

import fr.preau.server.portal.view.ServiceList.Kept;
import fr.preau.server.portal.view.ServiceList.Right;
import java.util.List;

/**
 * {@code console/shop-item.jte}: a service before it is installed. Posts the version to {@code install}.
 *
 * @param item what it is, in the version that is shown
 * @param size of its file, in megabytes rounded up
 * @param source the repository
 * @param signer who signs the repository, empty in development
 * @param authority who must sign for it, in words
 * @param rights what it lets people do
 * @param kept what it keeps about people
 * @param needs the services that it needs, in words, may be empty
 * @param changes what it changes in what is here; empty if nothing, or if it is not here
 * @param compared whether what is here could be compared with it
 * @param screenshots pictures
 * @param changelog plain text, may be empty
 * @param versions all of them
 * @param install where its button posts to; empty: no button
 * @param faults why it was not installed just now, one a line; empty otherwise
 */
public record ShopItem(
        Shop.Item item,
        long size,
        String source,
        String signer,
        String authority,
        List<Right> rights,
        List<Kept> kept,
        String needs,
        List<Change> changes,
        boolean compared,
        List<Picture> screenshots,
        String changelog,
        List<Version> versions,
        String install,
        List<String> faults) {

    /**
     * One thing that changes.
     *
     * @param key of the word that says how
     * @param cssClass of its tag
     * @param text what
     * @param detail more of it, may be empty
     */
    public record Change(String key, String cssClass, String text, String detail) {}

    /**
     * A picture.
     *
     * @param href where it is
     * @param text what it shows
     */
    public record Picture(String href, String text) {}

    /**
     * A version.
     *
     * @param version its number
     * @param href its page
     * @param current whether it is the one that is shown
     */
    public record Version(String version, String href, boolean current) {}
}
