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

package io.github.faultbook.autoconfigure.reactive;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import io.github.faultbook.ErrorRequest;
import io.github.faultbook.autoconfigure.container.RequestPath;
import io.github.faultbook.autoconfigure.container.RequestReference;
import io.github.faultbook.autoconfigure.input.Recording;
import io.github.faultbook.autoconfigure.input.SubmittedParameters;
import io.github.faultbook.autoconfigure.language.SupportedLocales;
import io.github.faultbook.pipeline.ErrorReferences;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.i18n.AcceptHeaderLocaleContextResolver;
import org.springframework.web.server.i18n.LocaleContextResolver;

/**
 * A request to a reactive application that failed.
 */
final class ReactiveErrorRequest implements ErrorRequest, SubmittedParameters {

	private final ServerWebExchange exchange;

	private final ErrorReferences references;

	private final SupportedLocales locales;

	private final Supplier<@Nullable LocaleContextResolver> localeResolver;

	private @Nullable Locale locale;

	ReactiveErrorRequest(ServerWebExchange exchange, ErrorReferences references, SupportedLocales locales,
			Supplier<@Nullable LocaleContextResolver> localeResolver) {
		this.exchange = exchange;
		this.references = references;
		this.locales = locales;
		this.localeResolver = localeResolver;
	}

	@Override
	public String method() {
		return this.exchange.getRequest().getMethod().name();
	}

	@Override
	public String path() {
		return RequestPath.of(this.exchange.getRequest().getURI().getRawPath());
	}

	@Override
	public @Nullable String header(String name) {
		List<String> values = this.exchange.getRequest().getHeaders().get(name);
		return (values != null && !values.isEmpty()) ? String.join(", ", values) : null;
	}

	/**
	 * Return the language that WebFlux would use, even if the request did not reach it.
	 * If the language is not supported, the next one that the client accepts is used.
	 */
	@Override
	public Locale locale() {
		Locale known = this.locale;
		if (known == null) {
			known = findLocale();
			this.locale = known;
		}
		return known;
	}

	private Locale findLocale() {
		Locale resolved = resolve();
		Locale supported = (resolved != null) ? this.locales.find(resolved) : null;
		LocaleContextResolver resolver = this.localeResolver.get();
		if (supported == null && (resolver == null || resolver instanceof AcceptHeaderLocaleContextResolver)) {
			supported = this.locales.find(Collections
				.enumeration(this.exchange.getRequest().getHeaders().getOrEmpty(HttpHeaders.ACCEPT_LANGUAGE)));
		}
		return (supported != null) ? supported : this.locales.fallback();
	}

	private @Nullable Locale resolve() {
		try {
			return this.exchange.getLocaleContext().getLocale();
		}
		catch (RuntimeException ex) {
			// The resolver of an application may refuse what the client sent
			return null;
		}
	}

	@Override
	public String reference() {
		Map<String, Object> attributes = this.exchange.getAttributes();
		return RequestReference.of(this.references, attributes::get, attributes::put);
	}

	@Override
	public @Nullable String query() {
		return this.exchange.getRequest().getURI().getRawQuery();
	}

	@Override
	public boolean includesForm() {
		return false;
	}

	@Override
	public Set<String> names() {
		Set<String> names = new LinkedHashSet<>();
		try {
			names.addAll(this.exchange.getRequest().getQueryParams().keySet());
		}
		catch (RuntimeException ex) {
			// The query is malformed
		}
		MultiValueMap<String, String> form = GuardedExchange.formOf(this.exchange);
		if (form != null) {
			names.addAll(form.keySet());
		}
		return names;
	}

	@Override
	public List<String> values(String name) {
		List<String> query = this.exchange.getRequest().getQueryParams().get(name);
		MultiValueMap<String, String> form = GuardedExchange.formOf(this.exchange);
		List<String> submitted = (form != null) ? form.getOrDefault(name, List.of()) : List.of();
		return (query != null) ? query : submitted;
	}

	@Override
	public <T> @Nullable T unwrap(Class<T> type) {
		if (type == SubmittedParameters.class) {
			return type.cast(this);
		}
		if (type == Recording.class) {
			return type.cast(GuardedExchange.recordingOf(this.exchange));
		}
		for (Object candidate : new Object[] { this.exchange, this.exchange.getRequest() }) {
			if (type.isInstance(candidate)) {
				return type.cast(candidate);
			}
		}
		Object handler = this.exchange.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE);
		return type.isInstance(handler) ? type.cast(handler) : null;
	}

}
