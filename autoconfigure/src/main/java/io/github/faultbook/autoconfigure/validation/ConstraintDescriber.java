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

package io.github.faultbook.autoconfigure.validation;

import java.util.List;
import java.util.Locale;

import io.github.faultbook.ErrorRequest;
import io.github.faultbook.Violation;
import io.github.faultbook.autoconfigure.settings.FaultbookProperties;
import io.github.faultbook.autoconfigure.settings.FieldCodes;
import io.github.faultbook.pipeline.ErrorMessages;
import io.github.faultbook.pipeline.ErrorTexts;
import jakarta.validation.metadata.ConstraintDescriptor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.support.StaticMessageSource;
import org.springframework.core.MethodParameter;

/**
 * Describes constraints as the violations that clients would receive, in English, for the
 * documentation of operations.
 */
public final class ConstraintDescriber {

	private final ClientNames names;

	private final InputOrigins origins;

	private final ViolationMessages messages;

	private final ViolationDetails details;

	/**
	 * Create a describer.
	 * @param mapper the mapper that determines the names of fields
	 * @param codes the codes that the application has assigned
	 * @param properties the settings for violations
	 */
	public ConstraintDescriber(JsonMapper mapper, FieldCodes codes, FaultbookProperties.Validation properties) {
		this.names = new ClientNames(mapper);
		this.origins = new InputOrigins(this.names, false);
		this.messages = new ViolationMessages(new StaticMessageSource(), new ErrorTexts(ErrorMessages.NONE),
				properties.isExposePatterns());
		this.details = new ViolationDetails(codes, properties);
	}

	/**
	 * Return a describer for the constraints of a parameter.
	 * @param parameter the parameter of a handler
	 * @param request a request to the handler
	 * @return the describer, or {@code null} if clients do not send the parameter
	 */
	public @Nullable Argument argument(MethodParameter parameter, ErrorRequest request) {
		InputOrigin origin = this.origins.findForHandlerArgument(parameter, request);
		return (origin != null) ? new Argument(origin) : null;
	}

	/**
	 * An argument of a handler. Instances are not safe for use by several threads.
	 */
	public final class Argument {

		private final InputOrigin origin;

		private final PathTranslator translator = new PathTranslator(ConstraintDescriber.this.names);

		private Argument(InputOrigin origin) {
			this.origin = origin;
		}

		/**
		 * Describe a constraint.
		 * @param constraint the constraint
		 * @param bean the class that declares the constrained field, or {@code null} if
		 * it is not a field of a class
		 * @param path names of Java properties, positions and keys that lead from the
		 * argument to the constrained value
		 * @param message the message of the constraint
		 * @return the violation and its order among others
		 */
		public Described describe(ConstraintDescriptor<?> constraint, @Nullable Class<?> bean, List<Object> path,
				String message) {
			this.translator.start(this.origin);
			path.forEach(this.translator::segment);
			String field = "";
			for (Object segment : path) {
				field = (segment instanceof String name) ? name : field;
			}
			Violation violation = ConstraintDescriber.this.details.describe(constraint, bean, field,
					this.translator.path(), this.origin.in(),
					ConstraintDescriber.this.messages.messageFor(constraint, message, Locale.ENGLISH));
			return new Described(violation, this.translator.order().places());
		}

	}

	/**
	 * A violation that has not occurred.
	 *
	 * @param violation the violation
	 * @param order the position among its siblings for each segment of its path
	 */
	public record Described(Violation violation, List<Object> order) implements Comparable<Described> {

		@Override
		public int compareTo(Described other) {
			return InputOrder.compare(this.order, other.order);
		}

	}

}
