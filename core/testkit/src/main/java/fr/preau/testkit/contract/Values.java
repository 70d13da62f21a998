package fr.preau.testkit.contract;

import java.util.List;

/**
 * Values found in the rows of a tenant, to fill requests with.
 *
 * @param ids ids, of the plugin's rows first, then of the core's people and classes
 * @param dates ISO dates
 * @param numbers whole numbers
 * @param texts short texts, such as a slug in an address
 */
record Values(List<String> ids, List<String> dates, List<String> numbers, List<String> texts) {}
