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

package io.github.faultbook.autoconfigure.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import io.github.faultbook.CommonError;
import io.github.faultbook.ConfiguredError;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;
import io.github.faultbook.FaultbookConfigurationException.Finding;
import io.github.faultbook.Retry;
import io.github.faultbook.autoconfigure.catalog.ErrorCodeScanner;
import io.github.faultbook.autoconfigure.settings.FaultbookProperties.Deprecated;
import io.github.faultbook.autoconfigure.settings.FaultbookProperties.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Creates the catalog entries that are declared in the configuration. The catalog itself
 * checks codes and definitions.
 */
final class ConfiguredErrors {

	private final Map<String, ErrorCode> declared = new LinkedHashMap<>();

	/**
	 * The declared entries by the key to which the binder converts a code.
	 */
	private final Map<String, ErrorCode> declaredByKey = new HashMap<>();

	private final Function<String, UnaryOperator<String>> writtenKeys;

	private final List<Finding> findings;

	/**
	 * Create an instance.
	 * @param declared the entries that the application declares, and the built-in ones
	 * @param writtenKeys the function that returns, for a map property, the keys as they
	 * were written
	 * @param findings the list to add findings to
	 */
	ConfiguredErrors(Collection<ErrorCode> declared, Function<String, UnaryOperator<String>> writtenKeys,
			List<Finding> findings) {
		declared.forEach((entry) -> {
			this.declared.putIfAbsent(entry.code(), entry);
			this.declaredByKey.putIfAbsent(entry.code().replace("_", ""), entry);
		});
		this.writtenKeys = writtenKeys;
		this.findings = findings;
	}

	List<ErrorCode> entries(Map<String, Entry> errors) {
		List<ErrorCode> entries = new ArrayList<>();
		UnaryOperator<String> keys = this.writtenKeys.apply("faultbook.errors");
		errors.forEach((key, entry) -> {
			ErrorCode declared = this.declared.getOrDefault(key, this.declaredByKey.get(key));
			String code = (declared != null) ? declared.code() : keys.apply(key);
			String where = "faultbook.errors." + code;
			if (declared != null) {
				entries.add(changed(where, declared, entry));
			}
			else if (entry.status() != null && entry.message() != null) {
				ErrorDefinition definition = ErrorDefinition.of(entry.status(), entry.message());
				entries.add(new ConfiguredError(where, Objects.requireNonNullElse(entry.code(), code),
						merge(definition, entry, parameters(where).added(entry.parameters()), where), null));
			}
			else {
				String question = Finding.didYouMean(code, this.declared.keySet());
				this.findings.add(new Finding(where,
						"there is no entry '%s' to change, and a new one needs a status and a message.".formatted(code),
						(question.isEmpty() ? "Give" : question + "If not, give") + " it a status and a message. "
								+ ErrorCodeScanner.MISSING));
			}
		});
		return entries;
	}

	private ErrorCode changed(String where, ErrorCode declared, Entry entry) {
		ErrorDefinition definition = declared.definition();
		if (entry.status() != null && entry.status() != definition.status() && declared instanceof CommonError) {
			this.findings.add(new Finding(where + ".status",
					"a built-in entry keeps its status, here %d.".formatted(definition.status()),
					(declared == CommonError.VALIDATION_ERROR) ? "Use faultbook.validation.status."
							: "Add an entry of your own, and throw it or map exceptions to it."));
		}
		return new ConfiguredError(where, Objects.requireNonNullElse(entry.code(), declared.code()),
				merge(definition, entry, parameters(where).changed(definition.parameters(), entry.parameters()), where),
				declared);
	}

	private ConfiguredParameters parameters(String where) {
		return new ConfiguredParameters(where + ".parameters", this.findings);
	}

	private ErrorDefinition merge(ErrorDefinition base, Entry entry, List<ErrorDefinition.Parameter> parameters,
			String where) {
		Retry retry = or(entry.retry(), base.retry());
		Duration delay = (retry != Retry.NEVER) ? base.retryDelay() : null;
		return new ErrorDefinition(or(entry.status(), base.status()),
				(entry.title() != null) ? entry.title() : base.title(),
				(entry.type() != null) ? type(where, entry.type()) : base.type(), or(entry.message(), base.message()),
				or(entry.cause(), base.cause()), or(entry.solution(), base.solution()), retry,
				(entry.retryDelay() != null) ? entry.retryDelay() : delay, parameters, facts(where, base, entry),
				(entry.since() != null) ? entry.since() : base.since(),
				(entry.deprecated() != null) ? deprecation(where, entry.deprecated()) : base.deprecation(),
				or(entry.internal(), base.internal()));
	}

	private static <T> T or(@Nullable T configured, T base) {
		return (configured != null) ? configured : base;
	}

	private @Nullable URI type(String where, String type) {
		try {
			return new URI(type);
		}
		catch (URISyntaxException ex) {
			this.findings.add(new Finding(where + ".type", "'%s' is not a URI.".formatted(type),
					"Use an absolute URI such as https://api.example.com/problems/conflict, or a relative one such as "
							+ "/problems/conflict."));
			return null;
		}
	}

	private Map<String, Object> facts(String where, ErrorDefinition base, Entry entry) {
		if (entry.facts().isEmpty()) {
			return base.facts();
		}
		Map<String, Object> facts = new LinkedHashMap<>(base.facts());
		UnaryOperator<String> keys = this.writtenKeys.apply(where + ".facts");
		entry.facts().forEach((key, value) -> {
			String name = keys.apply(key);
			if (value instanceof Map<?, ?> || value instanceof Collection<?>) {
				this.findings.add(new Finding(where + ".facts." + name, "the fact is more than a single value.",
						"Use a text, a number or a boolean, or set the fact where the error is created."));
			}
			facts.put(name, value);
		});
		return facts;
	}

	private ErrorDefinition.Deprecation deprecation(String where, Deprecated deprecated) {
		if (deprecated.since() == null) {
			this.findings.add(new Finding(where + ".deprecated", "it does not say since when.",
					"Add 'since' with a version of the API."));
		}
		return new ErrorDefinition.Deprecation(or(deprecated.since(), ""), deprecated.replacedBy());
	}

}
