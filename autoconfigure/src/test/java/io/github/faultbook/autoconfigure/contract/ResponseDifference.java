/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.faultbook.autoconfigure.contract;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A way in which responses are not those of the application without Faultbook, on
 * purpose. The page "What changes in your application" shows the same rows.
 *
 * @param what what the application does
 * @param plain what happens without Faultbook
 * @param faultbook what happens with it
 * @param why the reason
 * @param container the only container in which it differs, or {@code null} for any
 * @param targets the paths of the cases, or the names of the requests
 */
public record ResponseDifference(String what, String plain, String faultbook, String why,
		Server.@Nullable Container container, Set<String> targets) {

	/**
	 * The differences of an application that does one thing with each response.
	 */
	static final List<ResponseDifference> RESPONSES = List.of(
			new ResponseDifference("throws an exception with a status in a filter", "500", "that status",
					"Exceptions in filters get the same answer as exceptions in controllers.", null,
					Set.of("/filter/throw-status", "/filter/send-error-then-throw-status",
							"/filter/interrupted-throw-status", "/filter/async-then-throw-status")),
			new ResponseDifference("throws an exception with a status in a controller, after a part was sent",
					"the response ends as if it were complete", "the connection is cut",
					"Clients would otherwise mistake a part of the body for the complete body.", null,
					Set.of("/controller/flush-then-throw-status")),
			new ResponseDifference("fails after a part of a declared length was sent",
					"the length is filled up with the error page", "the connection is cut",
					"Clients would otherwise mistake the error page for the rest of the body.", Server.Container.TOMCAT,
					Set.of("/controller/length-flush-throw", "/filter/length-flush-throw")),
			new ResponseDifference("throws an exception with a status in a controller, after `sendError`",
					"the error that was sent", "the exception", "The answer and the log describe the same error.", null,
					Set.of("/controller/send-error-then-throw-status")),
			new ResponseDifference("throws an exception after `sendError`, or does what is forbidden after it",
					"the error that was sent", "the exception, as on Tomcat",
					"The answer and the log describe the same error.", Server.Container.JETTY,
					Set.of("/controller/send-error-then-throw", "/filter/send-error-then-throw",
							"/filter/send-error-then-throw-disconnected", "/controller/send-error-then-redirect",
							"/filter/send-error-then-redirect", "/controller/send-error-then-redirect-303",
							"/filter/send-error-then-redirect-303", "/controller/send-error-twice",
							"/filter/send-error-twice", "/controller/send-error-then-reset",
							"/filter/send-error-then-reset", "/controller/send-error-then-reset-buffer",
							"/filter/send-error-then-reset-buffer")),
			new ResponseDifference("throws an exception that looks as if the client had disconnected",
					"200, without a body", "500",
					"A failure is no success; the container knows whether the client is there.", null,
					Set.of("/controller/throw-disconnected")),
			new ResponseDifference("sets `Location`, then fails", "it is sent", "it is dropped",
					"The header describes the response that failed.", null,
					Set.of("/controller/location-then-throw", "/filter/location-then-throw",
							"/controller/redirect-then-throw", "/filter/redirect-then-throw")),
			new ResponseDifference("sets an error status in a thread that was interrupted", "the connection is cut",
					"the status", "Every failed request gets an answer.", Server.Container.TOMCAT,
					Set.of("/controller/interrupted-status", "/filter/interrupted-status")),
			new ResponseDifference("throws an exception with a status in a controller, after `startAsync`",
					"the request goes on after its response", "the request ends",
					"No other thread would complete the request.", Server.Container.TOMCAT,
					Set.of("/controller/async-then-throw-status")),
			new ResponseDifference("calls `sendError` after `startAsync`, in the same thread", "the request ends",
					"the request goes on after its response, as on Tomcat",
					"The code that holds the `AsyncContext` completes the request.", Server.Container.JETTY,
					Set.of("/controller/async-then-send-error", "/filter/async-then-send-error")),
			new ResponseDifference("throws an exception in a `WriteListener` or `ReadListener`",
					"the connection is cut, or the response ends as if it were complete", "the error",
					"Every failed request gets an answer.", null, listeners()),
			new ResponseDifference("sets headers after `sendError`", "they are sent", "they are ignored, as on Tomcat",
					"The Servlet specification treats the response as committed.", Server.Container.JETTY,
					Set.of("/controller/send-error-then-headers", "/filter/send-error-then-headers")));

	/**
	 * The differences of a whole application, by the names of requests of the contract
	 * and of the corpus of attacks.
	 */
	public static final List<ResponseDifference> REQUESTS = List.of(new ResponseDifference(
			"throws an `ApiException` or an `ApiFault`, or an exception with one as its cause", "500", "its status",
			"The exception says what happened.", null,
			Set.of("`ApiException` with a fact", "`ApiException` with a retry delay", "`ApiException` with headers",
					"`ApiException` with a line break in a header", "other exception that implements `ApiFault`",
					"`ApiException` in a `CompletionException`", "`ApiException` in an `ExecutionException`",
					"`ApiException` in an `UndeclaredThrowableException`",
					"`ApiException` in an `InvocationTargetException`", "exception with an `ApiException` as its cause",
					"`ApiException` with a fact that cannot be serialized", "`ApiException` with a cyclic fact",
					"method with a PDF", "API exception of a filter", "exception of a filter, wrapped",
					"failure with CORS", "callable", "future", "deferred result", "exception of an interceptor",
					"exception of an asynchronous task", "event stream that fails at once",
					"A path of brackets that are never closed",
					"A thread that was interrupted, and a controller that fails",
					"A header as large as the buffer of the response",
					"Many headers, together larger than the buffer of the response", "An entity as a fact",
					"An entity inside a fact", "A file as a fact", "A path of the server as a fact",
					"An exception as a fact", "An exception inside a fact", "A class as a fact", "A stream as a fact")),
			new ResponseDifference("throws an exception with a status in a filter, also inside a `ServletException`",
					"500", "that status", "An exception means the same wherever it is thrown.", null,
					Set.of("exception of a filter with a status", "exception of a filter, wrapped twice",
							"exception of a filter that has a cause",
							"exception of the outermost filter, wrapped twice",
							"exception of the outermost filter that has a cause")),
			new ResponseDifference("throws a `ResponseStatusException` with an unregistered status", "500",
					"that status", "The application chose it.", null,
					Set.of("`ResponseStatusException` with an unregistered status")),
			new ResponseDifference("throws an exception that looks as if the client had disconnected",
					"200, without a body", "500",
					"A failure is no success; the container knows whether the client is there.", null,
					Set.of("`EOFException`", "`IOException` that looks like a broken connection",
							"unchecked exception that looks like a broken connection")),
			new ResponseDifference(
					"throws an exception with a ring of causes in a filter, or completes an asynchronous request right after `sendError`",
					"the client may wait in vain", "the error", "An error always has an answer.", null,
					Set.of("ring of causes in a filter", "An asynchronous sendError that is completed",
							"A stream taken before an asynchronous sendError")),
			new ResponseDifference(
					"fails after it set headers of its content, such as `ETag`, `Accept-Ranges` or `X-Accel-Redirect`",
					"they may be sent", "they are dropped", "The error is not that content.", null,
					Set.of("exception after a part of the body was written, but not sent", "range that does not exist",
							"Headers that tell a proxy to send a file")),
			new ResponseDifference("receives a malformed multipart request", "500", "400",
					"It is the mistake of the client.", null,
					Set.of("not multipart", "broken multipart", "multipart that ends early")),
			new ResponseDifference("receives a body whose `Content-Type` has a wildcard", "500", "415",
					"It is the mistake of the client.", null,
					Set.of("A body with a wildcard for a type", "A body with half a wildcard for a type")),
			new ResponseDifference("receives a malformed escape sequence in a parameter of the path", "500", "400",
					"It is the mistake of the client.", null,
					Set.of("A malformed escape sequence in a path parameter",
							"Half an escape sequence in a path parameter of a known path")),
			new ResponseDifference("receives a part of a JSON body that has a problem already",
					"the answer is sent at once", "the answer waits for the rest, as long as the server does",
					"All problems of a body are answered together.", null,
					Set.of("A body that ends too early, with a first problem that is known before")),
			new ResponseDifference("passes input of the client to a service that rejects it, as `@ClientInput` says",
					"500", "400", "It is the mistake of the client.", null,
					Set.of("invalid argument of a service for clients", "invalid object that the handler takes")),
			new ResponseDifference(
					"returns from an `@ExceptionHandler` method a body that cannot be written for the client's `Accept`",
					"500", "the status that the method gives", "The application has decided on it.", null,
					Set.of("entity that the client does not accept", "body that the client does not accept")),
			new ResponseDifference("throws an `UnavailableException`",
					"503 or 404, and the same for every other request of the servlet",
					"503 with `Retry-After`, or 404, for this request", "Other requests can still be served.", null,
					Set.of("`UnavailableException`", "permanent `UnavailableException`",
							"`UnavailableException` of a filter",
							"`UnavailableException` of a filter for an unknown time")),
			new ResponseDifference("has a path variable for which a converter finds nothing", "400", "404",
					"The resource of the path does not exist.", null,
					Set.of("path variable for which a converter finds nothing")),
			new ResponseDifference("throws a `MethodArgumentNotValidException` without a parameter", "500 or 400",
					"400", "It is the mistake of the client.", null,
					Set.of("`MethodArgumentNotValidException` without a parameter")),
			new ResponseDifference("denies a call by method security where no filter of Spring Security is", "500",
					"401 with a challenge", "The client can authenticate.", null,
					Set.of("guarded method behind an ignored path")),
			new ResponseDifference("rejects a preflight request", "403", "403 with `Allow`",
					"Spring MVC sets it before.", null, Set.of("CORS rejection of a preflight")),
			new ResponseDifference("receives a part of a multipart request in a media type that it does not read",
					"415 with `Accept`", "415, and the violation names the part and its media types",
					"`Accept` would mean the request, not the part.", null,
					Set.of("part without a media type", "part of the wrong media type",
							"part with a malformed media type")),
			new ResponseDifference("is asked to sort by a property that does not exist", "500", "400",
					"It is the mistake of the client.", null,
					Set.of("sorted, sort=unknown", "sorted, sort=name,desc&sort=name.unknown,desc",
							"sorted, sort=length(name)", "sorted, people_sort=unknown",
							"A property to sort by, of which Spring Data names a part")),
			new ResponseDifference("is asked for its error page", "500", "404", "There is no page to ask for.", null,
					Set.of("request for the error page")),
			new ResponseDifference("is asked for the documentation of its errors, under `/errors`", "404",
					"the documentation", "It is new.", null, Set.of("Two thousand ranges of languages on a page")));

	private static Set<String> listeners() {
		return Stream
			.of("async-write-listener-throw", "async-write-listener-written-throw", "async-write-listener-throw-status",
					"async-read-listener-throw", "async-read-listener-throw-status", "async-listener-own-error")
			.flatMap((name) -> Stream.of("/controller/" + name, "/filter/" + name))
			.collect(Collectors.toSet());
	}

	/**
	 * Return the row of the page.
	 * @return a line of Markdown
	 */
	String row() {
		String where = (this.container != null) ? " (" + this.container + ")" : "";
		return "| %s%s | %s | %s | %s |".formatted(this.what, where, this.plain, this.faultbook, this.why);
	}

	/**
	 * Return whether a case may differ.
	 * @param container the container
	 * @param target the path of the case, or the name of the request
	 * @return whether this is a difference of that case
	 */
	public boolean covers(Server.Container container, String target) {
		return (this.container == null || this.container == container) && this.targets.contains(target);
	}

}
