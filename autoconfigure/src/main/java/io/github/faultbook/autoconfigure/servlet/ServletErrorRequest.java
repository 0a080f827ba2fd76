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

package io.github.faultbook.autoconfigure.servlet;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

import io.github.faultbook.ErrorRequest;
import io.github.faultbook.autoconfigure.container.RequestPath;
import io.github.faultbook.autoconfigure.container.RequestReference;
import io.github.faultbook.autoconfigure.input.SubmittedParameters;
import io.github.faultbook.autoconfigure.language.SupportedLocales;
import io.github.faultbook.pipeline.ErrorReferences;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * A servlet request that failed. After a forward or an error dispatch, its path is still
 * the path that the client requested.
 */
final class ServletErrorRequest implements ErrorRequest, SubmittedParameters {

	private final HttpServletRequest request;

	private final ErrorReferences references;

	private final SupportedLocales locales;

	private final Supplier<@Nullable LocaleResolver> localeResolver;

	private @Nullable Locale locale;

	ServletErrorRequest(HttpServletRequest request, ErrorReferences references, SupportedLocales locales,
			Supplier<@Nullable LocaleResolver> localeResolver) {
		this.request = request;
		this.references = references;
		this.locales = locales;
		this.localeResolver = localeResolver;
	}

	@Override
	public String method() {
		Object method = this.request.getAttribute(RequestDispatcher.ERROR_METHOD);
		return (method instanceof String original) ? original
				: Objects.requireNonNullElse(this.request.getMethod(), "");
	}

	@Override
	public String path() {
		return RequestPath.of(uri());
	}

	private String uri() {
		for (String attribute : new String[] { RequestDispatcher.ERROR_REQUEST_URI, AsyncContext.ASYNC_REQUEST_URI,
				RequestDispatcher.FORWARD_REQUEST_URI }) {
			if (this.request.getAttribute(attribute) instanceof String original) {
				return original;
			}
		}
		return this.request.getRequestURI();
	}

	/**
	 * Return whether Spring cannot parse the path. Containers do not decode the
	 * parameters of its segments, so a malformed escape sequence in them gets as far as
	 * Spring.
	 * @return whether the path is malformed
	 */
	boolean hasMalformedPath() {
		try {
			PathContainer.parsePath(uri());
			return false;
		}
		catch (IllegalArgumentException ex) {
			return true;
		}
	}

	@Override
	public @Nullable String header(String name) {
		try {
			Enumeration<String> values = this.request.getHeaders(name);
			boolean sent = values != null && values.hasMoreElements();
			return sent ? String.join(", ", Collections.list(values)) : null;
		}
		catch (RuntimeException ex) {
			// A firewall refuses headers when they are read
			return null;
		}
	}

	/**
	 * Return the language that Spring MVC would use, even if the request did not reach
	 * it. If the language is not supported, the next one that the client accepts is used.
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
		LocaleResolver resolver = RequestContextUtils.getLocaleResolver(this.request);
		if (resolver == null) {
			resolver = this.localeResolver.get();
		}
		Locale locale = this.locales.find(resolve(resolver));
		if (locale == null && (resolver == null || resolver instanceof AcceptHeaderLocaleResolver)) {
			locale = accepted();
		}
		return (locale != null) ? locale : this.locales.fallback();
	}

	private Locale resolve(@Nullable LocaleResolver resolver) {
		try {
			return (resolver != null) ? resolver.resolveLocale(this.request) : this.request.getLocale();
		}
		catch (RuntimeException ex) {
			// The cookie names no language, or a firewall refuses the header
			return this.request.getLocale();
		}
	}

	private @Nullable Locale accepted() {
		try {
			return this.locales.find(this.request.getHeaders(HttpHeaders.ACCEPT_LANGUAGE));
		}
		catch (RuntimeException ex) {
			// A firewall refuses headers when they are read
			return null;
		}
	}

	@Override
	public String reference() {
		return RequestReference.of(this.references, this.request::getAttribute, this.request::setAttribute);
	}

	@Override
	public @Nullable String query() {
		return this.request.getQueryString();
	}

	@Override
	public boolean includesForm() {
		return true;
	}

	@Override
	public Set<String> names() {
		try {
			return this.request.getParameterMap().keySet();
		}
		catch (RuntimeException ex) {
			// The parameters are malformed or too many
			return Set.of();
		}
	}

	@Override
	public List<String> values(String name) {
		String[] values = this.request.getParameterValues(name);
		return (values != null) ? List.of(values) : List.of();
	}

	@Override
	public <T> @Nullable T unwrap(Class<T> type) {
		if (type == SubmittedParameters.class) {
			return type.cast(this);
		}
		Object unwrapped = type.isInstance(this.request) ? this.request
				: this.request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE);
		return type.isInstance(unwrapped) ? type.cast(unwrapped) : null;
	}

}
