/** All facts about one client's year that the views are made from. */
@NullMarked
package dev.assay.readiness.year;

import org.jspecify.annotations.NullMarked;
