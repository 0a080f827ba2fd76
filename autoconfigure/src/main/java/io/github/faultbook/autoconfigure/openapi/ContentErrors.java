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

import java.lang.annotation.Annotation;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.autoconfigure.settings.MappingErrorResolver;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import jakarta.validation.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.validation.Errors;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/**
 * Finds the errors with which the web stack rejects the input or the accepted media types
 * of an operation. Exceptions that the application handles itself are left out.
 */
final class ContentErrors {

	private final OperationStack stack;

	private final MediaTypeRules mediaTypes;

	private final ExceptionHandlers handlers;

	private final MappingErrorResolver mappings;

	ContentErrors(OperationStack stack, ExceptionHandlers handlers, MappingErrorResolver mappings) {
		this.stack = stack;
		this.mediaTypes = new MediaTypeRules(stack);
		this.handlers = handlers;
		this.mappings = mappings;
	}

	/**
	 * Return the errors of an operation.
	 * @param operation its description
	 * @param handler its method
	 * @param validated whether its input has constraints
	 * @return the entries in the order of the steps of a request
	 */
	Set<ErrorCode> find(Operation operation, HandlerMethod handler, boolean validated) {
		Findings findings = new Findings(handler.getBeanType());
		if (operation.getRequestBody() != null) {
			body(handler, findings);
		}
		if (operation.getParameters() != null) {
			operation.getParameters().forEach((parameter) -> parameter(parameter, findings));
		}
		if (LookedUpVariables.in(handler)) {
			findings.add(Rejection.MISSING_ENTITY);
		}
		if (validated) {
			validation(handler, findings);
		}
		if (answersWithContent(operation) && this.mediaTypes.canBeNotAcceptable(handler)) {
			findings.add(Rejection.NOT_ACCEPTABLE);
		}
		findings.add(CommonError.INTERNAL_SERVER_ERROR, RuntimeException.class);
		return findings.errors;
	}

	private void body(HandlerMethod handler, Findings findings) {
		boolean converted = this.mediaTypes.convertsWhatIsRead(handler);
		if (converted || hasRequired(handler, RequestBody.class)) {
			findings.add(Rejection.UNREADABLE_BODY);
		}
		if (hasRequired(handler, RequestParam.class) || hasRequired(handler, RequestPart.class)) {
			findings.add(Rejection.MISSING_PART);
		}
		if (this.mediaTypes.namesWhatIsRead(handler)) {
			findings.addUnmapped(Rejection.UNSUPPORTED_MEDIA_TYPE);
		}
		else if (converted) {
			findings.add(Rejection.UNSUPPORTED_MEDIA_TYPE);
		}
	}

	private static boolean hasRequired(HandlerMethod handler, Class<? extends Annotation> annotation) {
		return Stream.of(handler.getMethodParameters())
			.filter((parameter) -> !parameter.isOptional())
			.map((parameter) -> MergedAnnotations.from(parameter.getParameterAnnotations()).get(annotation))
			.anyMatch((found) -> found.isPresent() && found.getBoolean("required"));
	}

	/**
	 * Add the errors of a parameter. A path variable cannot be missing because the path
	 * would be a different one without it.
	 * @param parameter the parameter
	 * @param findings the collector of errors
	 */
	private static void parameter(Parameter parameter, Findings findings) {
		if (!isAnyText(parameter.getSchema())) {
			findings.add(Rejection.MISTYPED_VALUE);
		}
		if (Boolean.TRUE.equals(parameter.getRequired()) && parameter.getIn() != null) {
			switch (parameter.getIn()) {
				case "query" -> findings.add(Rejection.MISSING_PARAMETER);
				case "header" -> findings.add(Rejection.MISSING_HEADER);
				case "cookie" -> findings.add(Rejection.MISSING_COOKIE);
				default -> {
				}
			}
		}
	}

	private static boolean isAnyText(@Nullable Schema<?> schema) {
		if (schema == null) {
			return true;
		}
		String type = (schema.getTypes() != null && schema.getTypes().size() == 1) ? schema.getTypes().iterator().next()
				: schema.getType();
		if ("array".equals(type)) {
			return isAnyText(schema.getItems());
		}
		return "string".equals(type) && schema.getFormat() == null && schema.getEnum() == null;
	}

	private static void validation(HandlerMethod handler, Findings findings) {
		if (handler.createWithValidateFlags().shouldValidateArguments()) {
			findings.add(CommonError.VALIDATION_ERROR, HandlerMethodValidationException.class);
			return;
		}
		// A method with an argument for errors receives them instead of an exception
		if (Stream.of(handler.getMethodParameters())
			.noneMatch((parameter) -> Errors.class.isAssignableFrom(parameter.getParameterType()))) {
			findings.add(Rejection.INVALID_ARGUMENT);
		}
		if (AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), Validated.class)) {
			findings.add(CommonError.VALIDATION_ERROR, ConstraintViolationException.class);
		}
	}

	private static boolean answersWithContent(Operation operation) {
		return operation.getResponses() != null && operation.getResponses()
			.entrySet()
			.stream()
			.anyMatch((response) -> response.getKey().startsWith("2") && response.getValue().getContent() != null);
	}

	/**
	 * Collects errors, each with the exception that leads to it.
	 */
	private final class Findings {

		private final Set<ErrorCode> errors = new LinkedHashSet<>();

		private final Class<?> controller;

		private Findings(Class<?> controller) {
			this.controller = controller;
		}

		private void add(Rejection rejection) {
			add(rejection.error(), ContentErrors.this.stack.exceptionFor(rejection));
		}

		private void add(ErrorCode error, Class<? extends Throwable> exception) {
			add(error, exception, this.controller);
		}

		/**
		 * Add an error that occurs before a controller is found.
		 * @param rejection the reason
		 */
		private void addUnmapped(Rejection rejection) {
			add(rejection.error(), ContentErrors.this.stack.exceptionFor(rejection), null);
		}

		private void add(ErrorCode error, Class<? extends Throwable> exception, @Nullable Class<?> controller) {
			if (!ContentErrors.this.handlers.take(controller, exception)) {
				ErrorCode mapped = ContentErrors.this.mappings.find(exception);
				this.errors.add((mapped != null) ? mapped : error);
			}
		}

	}

}
