package dev.assay.evidence.custody;

/** An event and its place, for whoever reads on from there. */
public record CustodyRow(CustodyPlace place, CustodyEvent event) {}
