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
 * Declares with which entries of the catalog something can fail, for the documentation.
 * On a method of a controller it is about this operation, on a controller about all of
 * its operations. On an exception it says what the exception stands for, so that
 * {@code throws} clauses are understood:
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
 * May be used on annotations. It has no effect on what is answered.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.METHOD, ElementType.TYPE })
public @interface ErrorCodes {

	/**
	 * Return the codes of the entries. Where the description of the API is made, codes
	 * that are not in the catalog stop the start.
	 * @return the codes, such as {@code invoice_not_found}
	 */
	String[] value();

}
