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
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import io.github.faultbook.ApiError;
import io.github.faultbook.ApiFault;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;
import io.github.faultbook.pipeline.CauseChain;
import io.github.faultbook.pipeline.ErrorEvent;
import io.github.faultbook.pipeline.ErrorListener;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/**
 * Listener that warns of errors and facts that an operation answers with but does not
 * declare, so that its description lacks them. There is one warning for each of them. It
 * can be used by several threads.
 */
public final class UndeclaredErrors implements ErrorListener {

	/**
	 * The errors that follow from the signature and the security of an operation.
	 */
	private static final Set<ErrorCode> DERIVED = Set.of(CommonError.INVALID_REQUEST, CommonError.VALIDATION_ERROR,
			CommonError.AUTHENTICATION_REQUIRED, CommonError.INVALID_TOKEN, CommonError.PERMISSION_DENIED,
			CommonError.NOT_ACCEPTABLE, CommonError.UNSUPPORTED_MEDIA_TYPE, CommonError.INTERNAL_SERVER_ERROR);

	private static final int MAX_FOUND = 1000;

	private static final Log log = LogFactory.getLog("io.github.faultbook.openapi");

	private final DeclaredErrors errors;

	private final Map<Operation, Declarations> declarations = new ConcurrentHashMap<>();

	private final Set<Undeclared> found = ConcurrentHashMap.newKeySet();

	UndeclaredErrors(DeclaredErrors errors) {
		this.errors = errors;
	}

	/**
	 * Return what operations have answered with since the application was started, but do
	 * not declare.
	 * @return a sentence for each error and each fact, in alphabetical order; at most
	 * about 1,000
	 */
	public List<String> found() {
		return this.found.stream().map(Undeclared::describe).sorted().toList();
	}

	@Override
	public void onError(ErrorEvent event) {
		HandlerMethod handler = event.request().unwrap(HandlerMethod.class);
		if (handler == null || this.found.size() >= MAX_FOUND) {
			return;
		}
		Operation operation = new Operation(handler.getBeanType(), handler.getMethod());
		Declarations declared = this.declarations.computeIfAbsent(operation, (key) -> find(handler));
		if (declared.hidden()) {
			return;
		}
		Throwable exception = event.exception();
		ApiFault fault = (exception != null) ? CauseChain.find(exception, ApiFault.class) : null;
		if (!declared.include(event.error(), fault != null)) {
			warn(operation, event.error().code(), null);
		}
		else if (fault != null) {
			undeclaredFacts(fault, event.error().errorCode().definition())
				.forEach((fact) -> warn(operation, event.error().code(), fact));
		}
	}

	private Declarations find(HandlerMethod handler) {
		List<AnnotatedElement> elements = List.of(handler.getMethod(), handler.getBeanType());
		Set<ErrorCode> derived = new HashSet<>(DERIVED);
		if (LookedUpVariables.in(handler)) {
			derived.add(CommonError.RESOURCE_NOT_FOUND);
		}
		return new Declarations(
				elements.stream().anyMatch((element) -> AnnotatedElementUtils.hasAnnotation(element, Hidden.class)),
				derived, this.errors.find(handler).stream().map(ErrorCode::declared).collect(Collectors.toSet()),
				elements.stream()
					.flatMap((element) -> AnnotatedElementUtils
						.findMergedRepeatableAnnotations(element, ApiResponse.class)
						.stream())
					.map(ApiResponse::responseCode)
					.collect(Collectors.toSet()));
	}

	private static List<String> undeclaredFacts(ApiFault fault, ErrorDefinition definition) {
		return fault.facts().keySet().stream().filter((name) -> !definition.declares(name)).toList();
	}

	private void warn(Operation operation, String code, @Nullable String fact) {
		Undeclared undeclared = new Undeclared(operation, code, fact);
		if (this.found.add(undeclared)) {
			log.warn(undeclared.describe());
		}
	}

	/**
	 * An operation.
	 *
	 * @param controller the class of the controller, which may inherit the method
	 * @param method the method
	 */
	private record Operation(Class<?> controller, Method method) {

	}

	/**
	 * The declarations of an operation.
	 *
	 * @param hidden whether the description lacks the operation itself
	 * @param derived the errors that need no declaration unless the application throws
	 * them
	 * @param entries the declared errors
	 * @param statuses the statuses that the application documents itself
	 */
	private record Declarations(boolean hidden, Set<ErrorCode> derived, Set<ErrorCode> entries, Set<String> statuses) {

		boolean include(ApiError error, boolean thrown) {
			ErrorCode entry = error.errorCode().declared();
			return (!thrown && this.derived.contains(entry)) || this.entries.contains(entry)
					|| this.statuses.contains(String.valueOf(error.status()));
		}

	}

	/**
	 * An error or a fact that an operation does not declare.
	 *
	 * @param operation the operation
	 * @param code the code of the error
	 * @param fact the name of the fact, or {@code null} if the code is not declared
	 */
	private record Undeclared(Operation operation, String code, @Nullable String fact) {

		String describe() {
			String name = this.operation.controller().getSimpleName() + "." + this.operation.method().getName();
			return (this.fact != null)
					? "%s has answered with the fact '%s', which the entry '%s' does not declare. Clients do not know it; declare it as a parameter of the entry."
						.formatted(name, this.fact, this.code)
					: "%s has answered with the error '%s', which it does not declare. The OpenAPI description lacks it; add it to @ErrorCodes of the method."
						.formatted(name, this.code);
		}

	}

}
