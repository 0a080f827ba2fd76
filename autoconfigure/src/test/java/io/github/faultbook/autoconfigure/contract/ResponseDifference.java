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
 * @param targets the paths of the cases
 */
record ResponseDifference(String what, String plain, String faultbook, String why, Server.@Nullable Container container,
		Set<String> targets) {

	static final List<ResponseDifference> ALL = List.of(
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
							"/controller/send-error-then-redirect", "/filter/send-error-then-redirect",
							"/controller/send-error-then-redirect-303", "/filter/send-error-then-redirect-303",
							"/controller/send-error-twice", "/filter/send-error-twice",
							"/controller/send-error-then-reset", "/filter/send-error-then-reset",
							"/controller/send-error-then-reset-buffer", "/filter/send-error-then-reset-buffer")),
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
			new ResponseDifference("sets headers after `sendError`", "they are sent", "they are ignored, as on Tomcat",
					"The Servlet specification treats the response as committed.", Server.Container.JETTY,
					Set.of("/controller/send-error-then-headers", "/filter/send-error-then-headers")));

	/**
	 * Return the row of the page.
	 * @return a line of Markdown
	 */
	String row() {
		String where = (this.container != null) ? " (" + this.container + ")" : "";
		return "| %s%s | %s | %s | %s |".formatted(this.what, where, this.plain, this.faultbook, this.why);
	}

	boolean covers(Server.Container container, String target) {
		return (this.container == null || this.container == container) && this.targets.contains(target);
	}

}
