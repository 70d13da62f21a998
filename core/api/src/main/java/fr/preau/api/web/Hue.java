package fr.preau.api.web;

/** The wheel of eight quiet colours. Each theme gives them values that keep text readable (contrast 4.5:1). */
public enum Hue {
    /** Roof tile, warm red. */
    TILE,
    /** Ochre. */
    OCHRE,
    /** Straw, warm yellow. */
    STRAW,
    /** Chestnut leaf, green. */
    LEAF,
    /** Pond, blue-green. */
    POND,
    /** Sky, blue. */
    SKY,
    /** Ink, violet-blue. */
    INK,
    /** Plum. */
    PLUM;

    /** The CSS class that sets the hue on an element: {@code hue-ochre}. */
    public String cssClass() {
        return "hue-" + name().toLowerCase(java.util.Locale.ROOT);
    }
}
