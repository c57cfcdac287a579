package dev.assay.tenants.applicability;

import org.jspecify.annotations.Nullable;

/**
 * What the table says of one kind and one provision.
 *
 * @param source in the law
 * @param askCounsel what no table can tell; null where nothing is open
 */
record TableEntry(TableEffect effect, String because, String source, @Nullable String askCounsel) {}
