package dev.assay.controls.deadline;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/** Starts the request's deadline before anything else waits. */
@Provider
@PreMatching
class RequestClock implements ContainerRequestFilter {

  private final RequestDeadline deadline;

  RequestClock(RequestDeadline deadline) {
    this.deadline = deadline;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    deadline.start();
  }
}
