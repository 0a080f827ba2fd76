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

package io.github.faultbook.autoconfigure.openapi;

import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.github.faultbook.ApiException;
import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorCodes;
import io.github.faultbook.FaultbookConfigurationException.Finding;
import io.github.faultbook.autoconfigure.settings.MappingErrorResolver;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.HandlerMethod;

/**
 * Finds the errors that an operation declares, by {@link ErrorCodes @ErrorCodes} and by
 * the exceptions of its method. Exceptions that the application handles itself are left
 * out.
 */
final class DeclaredErrors {

	private final ErrorCatalog catalog;

	private final MappingErrorResolver mappings;

	private final ExceptionHandlers handlers;

	DeclaredErrors(ErrorCatalog catalog, MappingErrorResolver mappings, ExceptionHandlers handlers) {
		this.catalog = catalog;
		this.mappings = mappings;
		this.handlers = handlers;
	}

	/**
	 * Return the errors that an operation declares.
	 * @param handler the operation
	 * @return the entries in order of declaration; codes that are not in the catalog are
	 * left out
	 */
	Set<ErrorCode> find(HandlerMethod handler) {
		Set<ErrorCode> entries = new LinkedHashSet<>();
		if (!this.handlers.take(handler.getBeanType(), ApiException.class)) {
			for (AnnotatedElement element : List.of(handler.getMethod(), handler.getBeanType())) {
				codes(element).forEach((code) -> add(code, entries));
			}
		}
		for (Class<?> exception : handler.getMethod().getExceptionTypes()) {
			if (!this.handlers.take(handler.getBeanType(), exception.asSubclass(Throwable.class))) {
				entries.addAll(find(exception));
			}
		}
		return entries;
	}

	private Set<ErrorCode> find(Class<?> exception) {
		Set<ErrorCode> entries = new LinkedHashSet<>();
		codes(exception).forEach((code) -> add(code, entries));
		if (entries.isEmpty()) {
			ErrorCode mapped = this.mappings.find(exception);
			ResponseStatus status = AnnotatedElementUtils.findMergedAnnotation(exception, ResponseStatus.class);
			if (mapped != null) {
				entries.add(mapped);
			}
			else if (status != null && status.code().isError()) {
				entries.add(this.catalog.forStatus(status.code().value()));
			}
		}
		return entries;
	}

	private void add(String code, Set<ErrorCode> entries) {
		ErrorCode entry = this.catalog.find(code);
		if (entry != null) {
			entries.add(entry);
		}
	}

	private static Stream<String> codes(AnnotatedElement element) {
		return MergedAnnotations.from(element, SearchStrategy.TYPE_HIERARCHY)
			.stream(ErrorCodes.class)
			.flatMap((annotation) -> Stream.of(annotation.getStringArray("value")));
	}

	/**
	 * Check the codes that an operation declares.
	 * @param handler the operation
	 * @return the findings, empty if there are none
	 */
	List<Finding> check(HandlerMethod handler) {
		List<Finding> findings = new ArrayList<>();
		String type = handler.getBeanType().getName();
		check(handler.getMethod(), type + "." + handler.getMethod().getName(), findings);
		check(handler.getBeanType(), type, findings);
		for (Class<?> exception : handler.getMethod().getExceptionTypes()) {
			check(exception, exception.getName(), findings);
		}
		return findings;
	}

	private void check(AnnotatedElement element, String where, List<Finding> findings) {
		codes(element).filter((code) -> this.catalog.find(code) == null)
			.map((code) -> new Finding("@ErrorCodes of " + where, "the catalog has no code '%s'.".formatted(code),
					"Use one of %s.".formatted(this.catalog.entries().stream().map(ErrorCode::code).toList())))
			.forEach(findings::add);
	}

}
