package dev.assay.broken;

import jakarta.ws.rs.GET;

interface BrokenApi {
  @GET
  String declaredByItsInterface();
}
