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

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.faultbook.FaultbookConfigurationException.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Every error an API can answer: the built-in entries and the application's own, checked
 * when the catalog is created. Immutable and safe for use by several threads.
 */
public final class ErrorCatalog {

	private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

	private final Map<String, ErrorCode> entries;

	private final Map<Integer, ErrorCode> byStatus;

	private ErrorCatalog(Map<String, ErrorCode> entries) {
		this.entries = Collections.unmodifiableMap(entries);
		this.byStatus = List.of(CommonError.values())
			.stream()
			.collect(Collectors.toUnmodifiableMap((error) -> error.definition().status(), (error) -> error,
					(first, second) -> first));
	}

	/**
	 * Create a catalog of the built-in entries and the given ones.
	 * @param entries the application's entries
	 * @return the catalog
	 * @throws FaultbookConfigurationException if an entry is not valid; it lists them all
	 */
	public static ErrorCatalog of(Collection<? extends ErrorCode> entries) {
		List<Finding> findings = new ArrayList<>();
		ErrorCatalog catalog = of(entries, findings);
		if (!findings.isEmpty()) {
			throw new FaultbookConfigurationException(findings);
		}
		return catalog;
	}

	/**
	 * Create a catalog and report what is not valid rather than throw.
	 * @param entries the application's entries
	 * @param findings where to add what is wrong
	 * @return the catalog of the built-in entries and the given ones, those excepted
	 * whose code is taken
	 */
	public static ErrorCatalog of(Collection<? extends ErrorCode> entries, List<Finding> findings) {
		Map<String, ErrorCode> byCode = new LinkedHashMap<>();
		List.of(CommonError.values()).forEach((error) -> byCode.put(error.code(), error));
		Set<ErrorCode> distinct = new LinkedHashSet<>(entries);
		distinct.removeIf((entry) -> isUndefined(entry, findings));
		for (ErrorCode entry : distinct) {
			ErrorCode other = byCode.putIfAbsent(entry.code(), entry);
			if (other != null && !other.equals(entry)) {
				findings.add(new Finding(describe(entry),
						"the code '%s' is taken by %s.".formatted(entry.code(), describe(other)),
						"Give one of them another code: clients tell errors apart by it."));
			}
			check(entry, findings);
		}
		for (ErrorCode entry : distinct) {
			ErrorDefinition.Deprecation deprecation = entry.definition().deprecation();
			if (deprecation != null && deprecation.replacedBy() != null
					&& !byCode.containsKey(deprecation.replacedBy())) {
				findings.add(new Finding(describe(entry),
						"it is replaced by '%s', which is not in the catalog.".formatted(deprecation.replacedBy()),
						"Name the code of an entry."));
			}
		}
		return new ErrorCatalog(byCode);
	}

	private static boolean isUndefined(ErrorCode entry, List<Finding> findings) {
		if (entry.definition() != null) {
			return false;
		}
		findings.add(new Finding(describe(entry), "definition() returns null.", "Return the definition of the entry."));
		return true;
	}

	private static void check(ErrorCode entry, List<Finding> findings) {
		ErrorDefinition definition = entry.definition();
		if (!CODE.matcher(entry.code()).matches()) {
			findings.add(new Finding(describe(entry), "the code '%s' is not valid.".formatted(entry.code()),
					"Use lower case letters and digits, with single underscores between words."));
		}
		if (definition.status() < 400 || definition.status() > 599) {
			findings.add(
					new Finding(describe(entry), "the status %d is not one of an error.".formatted(definition.status()),
							"Use a status from 400 to 599."));
		}
		if (definition.message().isBlank()) {
			findings.add(new Finding(describe(entry), "the message is empty.", "Say what went wrong, for clients."));
		}
		Set<String> declared = definition.parameters()
			.stream()
			.map(ErrorDefinition.Parameter::name)
			.collect(Collectors.toSet());
		for (String used : MessageTemplate.parameters(definition.message())) {
			if (!declared.contains(used)) {
				findings.add(new Finding(describe(entry),
						"the message uses {%s}, which is not a declared parameter.".formatted(used),
						"Declare it with parameter(\"%s\", ...) or correct the name.".formatted(used)));
			}
		}
	}

	private static String describe(ErrorCode entry) {
		Class<?> type = (entry instanceof Enum<?> constant) ? constant.getDeclaringClass() : entry.getClass();
		return type.getName() + "." + entry.name();
	}

	/**
	 * Return all entries.
	 * @return the built-in entries, then the application's, each in order of declaration
	 */
	public Collection<ErrorCode> entries() {
		return this.entries.values();
	}

	/**
	 * Find an entry.
	 * @param code the code, such as {@code invoice_not_found}
	 * @return the entry, or {@code null} if there is none
	 */
	public @Nullable ErrorCode find(String code) {
		return this.entries.get(code);
	}

	/**
	 * Return the built-in entry that stands for a status, for failures of which nothing
	 * but the status is known.
	 * @param status the status; one below 400 or above 599 counts as 500
	 * @return the entry; for a status without one, an entry with a code from the reason
	 * phrase or, without a phrase, such as {@code http_499}
	 */
	public ErrorCode forStatus(int status) {
		if (status < 400 || status > 599) {
			return CommonError.INTERNAL_SERVER_ERROR;
		}
		ErrorCode entry = this.byStatus.get(status);
		return (entry != null) ? entry : new StatusError(status);
	}

	/**
	 * An entry of which only the status is known.
	 *
	 * @param status the status
	 */
	private record StatusError(int status) implements ErrorCode {

		@Override
		public String name() {
			return "HTTP_" + this.status;
		}

		@Override
		public String code() {
			return ReasonPhrases.toCode(this.status);
		}

		@Override
		public ErrorDefinition definition() {
			String phrase = ReasonPhrases.find(this.status);
			return (phrase != null) ? ErrorDefinition.of(this.status, phrase + ".").title(phrase)
					: ErrorDefinition.of(this.status, "The request failed with status " + this.status + ".")
						.title("HTTP " + this.status);
		}

	}

}
