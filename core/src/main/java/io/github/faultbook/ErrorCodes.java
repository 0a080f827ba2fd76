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

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares the catalog entries that an operation can fail with, for its documentation. On
 * a method of a controller, the annotation applies to this operation; on a controller, it
 * applies to all operations. On an exception, it declares the entries that the exception
 * stands for, so that {@code throws} clauses are documented, too:
 *
 * <pre class="code">
 * &#64;ErrorCodes("invoice_not_found")
 * public class InvoiceNotFoundException extends ApiException { ... }
 *
 * &#64;GetMapping("/invoices/{id}")
 * &#64;ErrorCodes("insufficient_balance")
 * Invoice invoice(&#64;PathVariable String id) throws InvoiceNotFoundException { ... }
 * </pre>
 *
 * The annotation may be used as a meta-annotation. It has no effect on responses.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.METHOD, ElementType.TYPE })
public @interface ErrorCodes {

	/**
	 * Return the codes of the entries. If the application generates an OpenAPI
	 * description, codes that are not in the catalog prevent it from starting.
	 * @return the codes, such as {@code invoice_not_found}
	 */
	String[] value();

}
