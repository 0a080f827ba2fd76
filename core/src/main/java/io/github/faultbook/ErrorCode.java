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

import java.util.Locale;

/**
 * One entry of the error catalog. An application implements it with an enum, whose
 * constants carry an {@link ErrorDefinition}:
 *
 * <pre class="code">
 * public enum BillingError implements ErrorCode {
 *
 *     INVOICE_NOT_FOUND(ErrorDefinition.of(404, "The invoice does not exist.")),
 *     INSUFFICIENT_BALANCE(ErrorDefinition.of(402, "The balance is too low."));
 *
 *     private final ErrorDefinition definition;
 *
 *     BillingError(ErrorDefinition definition) {
 *         this.definition = definition;
 *     }
 *
 *     &#64;Override
 *     public ErrorDefinition definition() {
 *         return this.definition;
 *     }
 *
 * }
 * </pre>
 *
 * Implementations are immutable: every method returns the same value each time.
 */
public interface ErrorCode {

	/**
	 * Return the definition of this entry.
	 * @return the definition
	 */
	ErrorDefinition definition();

	/**
	 * Return the code that clients see: lower case with underscores, unique in the
	 * catalog and never reused. By default, this is the name of the enum constant in
	 * lower case. Implementations that are not enums must override this method.
	 * @return the code, such as {@code invoice_not_found}
	 */
	default String code() {
		if (this instanceof Enum<?> constant) {
			return constant.name().toLowerCase(Locale.ROOT);
		}
		throw new UnsupportedOperationException(
				getClass().getName() + " is not an enum and therefore has to override code()");
	}

	/**
	 * Return the entry as the application declared it. The configuration can give an
	 * entry another code and other texts, which makes it another object: compare the
	 * declared entry with a constant. By default, this is the entry itself.
	 * @return the entry, such as {@link CommonError#VALIDATION_ERROR}
	 */
	default ErrorCode declared() {
		return this;
	}

}
