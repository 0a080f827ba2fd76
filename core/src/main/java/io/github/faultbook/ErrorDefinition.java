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

package io.github.faultbook;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * The definition of one {@link ErrorCode} in the catalog. Start with
 * {@link #of(int, String)} and refine the result; each method returns a changed copy.
 *
 * @param status the HTTP status, 400 to 599
 * @param title a short name of the problem that does not change from one occurrence to
 * the next, or {@code null} to derive it from the code
 * @param type the problem type of every occurrence (RFC 9457, section 3.1.1), absolute or
 * relative, or {@code null} for the page of the code
 * @param message the text for clients, in which <code>{name}</code> stands for a declared
 * parameter or a constant fact
 * @param cause what usually leads to the error, for the documentation, may be empty
 * @param solution what the reader can do about it, for the documentation, may be empty
 * @param retry whether a client may send the request again
 * @param retryDelay how long a client should wait before a retry, or {@code null} if
 * unknown
 * @param parameters the values that each occurrence carries
 * @param facts the constant facts that every occurrence carries, by name, in the order
 * they are sent; facts of the occurrence override them
 * @param since the version of the API that introduced the entry, or {@code null}
 * @param deprecation the deprecation of the entry, or {@code null} if it is not
 * deprecated
 * @param internal whether the entry is left out of everything that is published
 */
public record ErrorDefinition(int status, @Nullable String title, @Nullable URI type, String message, String cause,
		String solution, Retry retry, @Nullable Duration retryDelay, List<Parameter> parameters,
		Map<String, Object> facts, @Nullable String since, @Nullable Deprecation deprecation, boolean internal) {

	public ErrorDefinition {
		Objects.requireNonNull(message, "'message' must not be null");
		parameters = List.copyOf(parameters);
		facts = facts.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(facts));
	}

	/**
	 * Create a definition with {@link Retry#NEVER}. Everything else is empty.
	 * @param status the HTTP status, 400 to 599; the catalog refuses others at start-up
	 * @param message the text for clients, with <code>{name}</code> for each parameter
	 * @return the definition
	 */
	public static ErrorDefinition of(int status, String message) {
		return new ErrorDefinition(status, null, null, message, "", "", Retry.NEVER, null, List.of(), Map.of(), null,
				null, false);
	}

	/**
	 * Set the title, which by default is derived from the code.
	 * @param title a short name of the problem, the same for every occurrence
	 * @return a changed copy
	 */
	public ErrorDefinition title(String title) {
		return change((draft) -> draft.title = title);
	}

	/**
	 * Set the problem type that every occurrence has unless it brings its own (RFC 9457,
	 * section 3.1.1).
	 * @param type the type, absolute or relative to the address of the request
	 * @return a changed copy
	 */
	public ErrorDefinition type(URI type) {
		return change((draft) -> draft.type = type);
	}

	/**
	 * Set the cause that the documentation shows.
	 * @param cause what usually leads to the error, as sentences
	 * @return a changed copy
	 */
	public ErrorDefinition cause(String cause) {
		return change((draft) -> draft.cause = cause);
	}

	/**
	 * Set the solution that the documentation shows.
	 * @param solution what the reader can do about the error, as sentences
	 * @return a changed copy
	 */
	public ErrorDefinition solution(String solution) {
		return change((draft) -> draft.solution = solution);
	}

	/**
	 * Set the advice on retries, for the documentation and for formats that send it.
	 * @param retry whether a client may send the request again
	 * @return a changed copy
	 */
	public ErrorDefinition retry(Retry retry) {
		return change((draft) -> draft.retry = retry);
	}

	/**
	 * Allow a retry after a delay, which each occurrence sends as {@code Retry-After}
	 * unless it has a delay of its own.
	 * @param retry whether a client may send the request again
	 * @param delay the delay, sent as whole seconds rounded up
	 * @return a changed copy
	 */
	public ErrorDefinition retry(Retry retry, Duration delay) {
		return change((draft) -> {
			draft.retry = retry;
			draft.retryDelay = delay;
		});
	}

	/**
	 * Declare a value that each occurrence carries: the message may use it, and it is
	 * sent as a fact.
	 * @param name the name, as clients see it
	 * @param type the type of the value
	 * @param description the meaning of the value, for the documentation
	 * @return a changed copy
	 */
	public ErrorDefinition parameter(String name, Class<?> type, String description) {
		return parameter(new Parameter(name, type, description, null));
	}

	/**
	 * Declare a value that each occurrence carries, with an example for the
	 * documentation.
	 * @param <T> the type of the value
	 * @param name the name, as clients see it
	 * @param type the type of the value
	 * @param description the meaning of the value, for the documentation
	 * @param example a realistic value, serialized like the values of occurrences; it is
	 * published
	 * @return a changed copy
	 */
	public <T> ErrorDefinition parameter(String name, Class<T> type, String description, T example) {
		return parameter(new Parameter(name, type, description, example));
	}

	private ErrorDefinition parameter(Parameter parameter) {
		List<Parameter> extended = new ArrayList<>(this.parameters);
		extended.add(parameter);
		return change((draft) -> draft.parameters = extended);
	}

	/**
	 * Declare a fact that is the same in every occurrence. The message may use it, and an
	 * occurrence may override it.
	 * @param name the name, as clients see it
	 * @param value the value, serialized like the application's other JSON
	 * @return a changed copy
	 */
	public ErrorDefinition fact(String name, Object value) {
		Map<String, Object> extended = new LinkedHashMap<>(this.facts);
		extended.put(name, value);
		return change((draft) -> draft.facts = extended);
	}

	/**
	 * Return whether occurrences carry a fact.
	 * @param fact the name of the fact
	 * @return whether a parameter or a constant fact has this name
	 */
	public boolean declares(String fact) {
		return this.facts.containsKey(fact)
				|| this.parameters.stream().anyMatch((parameter) -> parameter.name().equals(fact));
	}

	/**
	 * Set the version that the documentation shows.
	 * @param version the version of the API that introduced the entry
	 * @return a changed copy
	 */
	public ErrorDefinition since(String version) {
		return change((draft) -> draft.since = version);
	}

	/**
	 * Mark the entry as deprecated.
	 * @param since the version of the API that deprecated the entry
	 * @param replacedBy the code that replaces it, or {@code null} if there is none
	 * @return a changed copy
	 */
	public ErrorDefinition deprecated(String since, @Nullable String replacedBy) {
		return change((draft) -> draft.deprecation = new Deprecation(since, replacedBy));
	}

	/**
	 * Keep the entry out of everything that is published. It is still sent to clients.
	 * @return a changed copy
	 */
	public ErrorDefinition internalOnly() {
		return change((draft) -> draft.internal = true);
	}

	private ErrorDefinition change(Consumer<Draft> change) {
		Draft draft = new Draft(this);
		change.accept(draft);
		return new ErrorDefinition(this.status, draft.title, draft.type, this.message, draft.cause, draft.solution,
				draft.retry, draft.retryDelay, draft.parameters, draft.facts, draft.since, draft.deprecation,
				draft.internal);
	}

	private static final class Draft {

		private @Nullable String title;

		private @Nullable URI type;

		private String cause;

		private String solution;

		private Retry retry;

		private @Nullable Duration retryDelay;

		private List<Parameter> parameters;

		private Map<String, Object> facts;

		private @Nullable String since;

		private @Nullable Deprecation deprecation;

		private boolean internal;

		private Draft(ErrorDefinition definition) {
			this.title = definition.title;
			this.type = definition.type;
			this.cause = definition.cause;
			this.solution = definition.solution;
			this.retry = definition.retry;
			this.retryDelay = definition.retryDelay;
			this.parameters = definition.parameters;
			this.facts = definition.facts;
			this.since = definition.since;
			this.deprecation = definition.deprecation;
			this.internal = definition.internal;
		}

	}

	/**
	 * A value that each occurrence of an error carries.
	 *
	 * @param name the name, as clients see it
	 * @param type the type of the value
	 * @param description what it means, may be empty
	 * @param example a realistic value for the documentation, or {@code null} to use one
	 * of the type
	 */
	public record Parameter(String name, Class<?> type, String description, @Nullable Object example) {

		/**
		 * Return the type as clients know it.
		 * @return the name, such as {@code string} or {@code date-time}
		 * @see ApiType#word()
		 */
		public String typeName() {
			return ApiType.of(this.type).word();
		}

	}

	/**
	 * The deprecation of an entry.
	 *
	 * @param since the version of the API that deprecated the entry
	 * @param replacedBy the code that replaces it, or {@code null} if there is none
	 */
	public record Deprecation(String since, @Nullable String replacedBy) {

	}

}
