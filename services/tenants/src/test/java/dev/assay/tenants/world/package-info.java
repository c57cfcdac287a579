/** What tests start from: a real database, tokens, a clock that can be moved, people and places. */
package dev.assay.tenants.world;
