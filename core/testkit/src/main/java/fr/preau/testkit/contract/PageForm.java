package fr.preau.testkit.contract;

import java.util.List;
import java.util.Map;

/**
 * A form that a page offered.
 *
 * @param path where it goes
 * @param fields its fields with the values they may have
 */
record PageForm(String path, Map<String, List<String>> fields) {}
